using System.Collections.Generic;
using System.Text;
using OrderOps.Wire;

namespace OrderOps.Integration;

/// <summary>
/// Writes a checked order or price as an entry of <c>data</c>: the vendor's names in the vendor's order, values as
/// strings, as in every sample of the page. Optional fields that are blank are left out, so that an update of an order
/// does not blank what the service knows.
/// </summary>
internal static class EntryWriter
{
    private static readonly byte[] Opening = Encoding.UTF8.GetBytes("{\"data\":[");

    public static byte[] Write(Order order)
    {
        JsonBytes json = JsonBytes.Begin();
        char before = '{';
        foreach (OrderField field in OrderField.All)
        {
            if (field == OrderField.OrderId)
            {
                WriteProducts(json, order);
            }

            if (order[field] is { Length: > 0 } value)
            {
                Pair(json, before, field.WireName, value);
                before = ',';
            }
        }

        json.Raw('}');
        return json.ToArray();
    }

    public static byte[] Write(ProductPrice price)
    {
        JsonBytes json = JsonBytes.Begin();
        Pair(json, '{', ProductField.SkuId.WireName, price.ProductSkuId!);
        Pair(json, ',', ProductField.Amount.WireName, price.Amount!);
        json.Raw('}');
        return json.ToArray();
    }

    /// <summary>The body of a request.</summary>
    public static byte[] WriteBody(IReadOnlyList<UpsertWork> items)
    {
        JsonBytes json = JsonBytes.Begin();
        json.Raw(Opening);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                json.Raw(',');
            }

            json.Raw(items[i].Entry);
        }

        json.Raw("]}");
        return json.ToArray();
    }

    private static void WriteProducts(JsonBytes json, Order order)
    {
        json.Raw(",\"products\":[");
        for (int p = 0; p < order.Products.Count; p++)
        {
            if (p > 0)
            {
                json.Raw(',');
            }

            char before = '{';
            foreach (ProductField field in ProductField.All)
            {
                Pair(json, before, field.WireName, order.Products[p][field] ?? "");
                before = ',';
            }

            json.Raw('}');
        }

        json.Raw(']');
    }

    private static void Pair(JsonBytes json, char before, string name, string value)
    {
        json.Raw(before);
        json.Text(name);
        json.Raw(':');
        json.Text(value);
    }
}
