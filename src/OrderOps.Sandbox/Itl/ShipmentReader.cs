using System.Collections.Generic;
using Newtonsoft.Json;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>Reads the array of shipments, each with the text that it came in.</summary>
internal sealed class ShipmentReader(StrictJson json, string? text)
{
    private readonly TextPositions? _positions = text is null ? null : new TextPositions(text);

    public List<Shipment> ReadAll()
    {
        var shipments = new List<Shipment>();
        while (json.Expect() != JsonToken.EndArray)
        {
            if (json.Token == JsonToken.StartObject)
            {
                shipments.Add(ReadShipment());
                continue;
            }

            // Something else in its place is a shipment without any key.
            shipments.Add(new Shipment());
            json.Skip();
        }

        return shipments;
    }

    private Shipment ReadShipment()
    {
        var start = _positions?.Offset(json.Line, json.Column) - 1;
        var shipment = new Shipment();
        while (json.Expect() == JsonToken.PropertyName)
        {
            var name = json.Name;
            json.Expect();
            if (name != ShipmentFields.Products)
                shipment.Fields.Set(name, json.Text());
            else if (json.Token == JsonToken.StartArray)
                shipment.Products = ReadProducts();
            else
                json.Skip();
        }

        if (text is not null && _positions is not null)
            shipment.Json = text.Substring(start!.Value, _positions.Offset(json.Line, json.Column) - start.Value);
        return shipment;
    }

    private List<FieldSet> ReadProducts()
    {
        var products = new List<FieldSet>();
        while (json.Expect() != JsonToken.EndArray)
        {
            var product = new FieldSet(ShipmentFields.ProductIndex);
            products.Add(product);
            if (json.Token != JsonToken.StartObject)
            {
                json.Skip();
                continue;
            }

            while (json.Expect() == JsonToken.PropertyName)
            {
                var name = json.Name;
                json.Expect();
                product.Set(name, json.Text());
            }
        }

        return products;
    }
}
