using System;
using System.Collections.Generic;
using System.Text;
using OrderOps.Outcomes;
using OrderOps.Wire;

namespace OrderOps.Itl;

/// <summary>
/// Writes a checked order as the shipment of a sync request: every key of the vendor's sample, in its order and blank
/// where unknown, since a missing key makes the service refuse the whole batch; then the keys that the user added.
/// </summary>
internal sealed class ShipmentWriter
{
    private static readonly byte[][] OrderKeys = MakeKeys(OrderField.All, field => field.WireName);
    private static readonly byte[][] ProductKeys = MakeKeys(ProductField.All, field => field.WireName);
    private static readonly byte[] ProductsKey = Encoding.UTF8.GetBytes(",\"" + OrderField.Products + "\":[");

    private readonly byte[] _additional;

    /// <exception cref="ServiceConfigurationException">An additional key is blank or one that an order has already.</exception>
    public ShipmentWriter(IReadOnlyDictionary<string, string>? additional) => _additional = WriteAdditional(additional);

    public void Write(JsonBytes json, Order order)
    {
        for (int i = 0; i < OrderField.Count; i++)
        {
            OrderField field = OrderField.All[i];
            json.Raw(OrderKeys[i]);
            json.Text(order[field] ?? "");
            if (field == OrderField.BillingEmail)
            {
                WriteProducts(json, order.Products);
            }
        }

        json.Raw(_additional);
        json.Raw('}');
    }

    private static void WriteProducts(JsonBytes json, List<Product> products)
    {
        json.Raw(ProductsKey);
        for (int p = 0; p < products.Count; p++)
        {
            if (p > 0)
            {
                json.Raw(',');
            }

            for (int i = 0; i < ProductField.Count; i++)
            {
                json.Raw(ProductKeys[i]);
                json.Text(products[p][ProductField.All[i]] ?? "");
            }

            json.Raw('}');
        }

        json.Raw(']');
    }

    private static byte[][] MakeKeys<T>(IReadOnlyList<T> fields, Func<T, string> wireName)
    {
        var keys = new byte[fields.Count][];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = Encoding.UTF8.GetBytes((i == 0 ? "{\"" : ",\"") + wireName(fields[i]) + "\":");
        }

        return keys;
    }

    private static byte[] WriteAdditional(IReadOnlyDictionary<string, string>? additional)
    {
        if (additional is not { Count: > 0 })
        {
            return Array.Empty<byte>();
        }

        JsonBytes json = JsonBytes.Begin();
        foreach (KeyValuePair<string, string> pair in additional)
        {
            if (string.IsNullOrWhiteSpace(pair.Key) || IsKnown(pair.Key))
            {
                throw new ServiceConfigurationException("ItlAdditionalFieldInvalid",
                    string.IsNullOrWhiteSpace(pair.Key) ? "An additional field has a blank name." : $"The additional field '{pair.Key}' is one that every order has already.",
                    "Set the order's own field, or give a key that the service asks for and orders lack, e.g. gst.");
            }

            json.Raw(',');
            json.Text(pair.Key);
            json.Raw(':');
            json.Text(pair.Value ?? "");
        }

        return json.ToArray();
    }

    private static bool IsKnown(string key)
    {
        foreach (OrderField field in OrderField.All)
        {
            if (string.Equals(field.WireName, key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return string.Equals(key, OrderField.Products, StringComparison.OrdinalIgnoreCase);
    }
}
