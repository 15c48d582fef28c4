using System.Collections.Generic;
using Newtonsoft.Json;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>What stands in the <c>data</c> of a request.</summary>
internal sealed class ItlBody
{
    public string? AccessToken { get; private set; }

    public string? SecretKey { get; private set; }

    public string? AwbNumbers { get; private set; }

    public List<Shipment>? Shipments { get; private set; }

    /// <summary>Reads a body; null if it is not an object with <c>data</c> in it.</summary>
    /// <param name="text">The body.</param>
    /// <param name="keepJson">Whether each shipment keeps its own text.</param>
    public static ItlBody? Read(string text, bool keepJson)
    {
        try
        {
            using var json = new StrictJson(text, ShipmentFields.Names);
            var found = json.Next() && json.Token == JsonToken.StartObject ? ReadRoot(json, keepJson ? text : null) : null;
            // Whatever follows the closing brace makes it no JSON at all.
            return found is not null && !json.Next() ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ItlBody? ReadRoot(StrictJson json, string? text)
    {
        ItlBody? found = null;
        while (json.Expect() == JsonToken.PropertyName)
        {
            var name = json.Name;
            if (json.Expect() == JsonToken.StartObject && name == "data")
                found = ReadData(json, text);
            else
                json.Skip();
        }

        return found;
    }

    private static ItlBody ReadData(StrictJson json, string? text)
    {
        var body = new ItlBody();
        while (json.Expect() == JsonToken.PropertyName)
        {
            var name = json.Name;
            json.Expect();
            switch (name)
            {
                case "access_token":
                    body.AccessToken = json.Text();
                    break;
                case "secret_key":
                    body.SecretKey = json.Text();
                    break;
                case "awb_numbers":
                    body.AwbNumbers = json.Text();
                    break;
                case "shipments" when json.Token == JsonToken.StartArray:
                    body.Shipments = new ShipmentReader(json, text).ReadAll();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return body;
    }
}
