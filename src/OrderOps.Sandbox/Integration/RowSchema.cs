using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Integration;

/// <summary>The fields of one kind of row (vendor page: Order Upsert API, the table "Query").</summary>
internal sealed class RowSchema
{
    private static readonly RowSchema Item = new() { Key = "product_sku_id", Required = ["product_sku_id", "amount", "qty"], Numbers = ["amount", "qty"] };

    public static RowSchema Orders { get; } = new()
    {
        Key = "order_id",
        Required = ["name", "email", "products", "order_id", "total_amount", "discount", "refferral_code", "user_id"],
        Optional = ["phone", "address", "total_qty"],
        Numbers = ["total_amount", "discount", "total_qty"],
        Items = "products",
    };

    public static RowSchema Products { get; } = new() { Key = "product_sku_id", Required = ["product_sku_id", "amount"], Numbers = ["amount"] };

    public string Key { get; private set; } = "";

    private string[] Required { get; set; } = [];

    private string[] Optional { get; set; } = [];

    private string[] Numbers { get; set; } = [];

    private string? Items { get; set; }

    /// <summary>The first required field that a row lacks, as names and numbers below the row; null if it has them all.</summary>
    public string[]? Missing(JObject row)
    {
        foreach (var name in Required)
        {
            if (name == Items ? row[name] is not JArray : FieldValue.IsBlank(row[name]))
                return [name];
        }

        var items = Items is null ? null : (JArray?)row[Items];
        for (var i = 0; i < items?.Count; i++)
        {
            var missing = items[i] is JObject item ? Item.Missing(item) : [];
            if (missing is not null)
                return [Items!, RowPath.Text(i), .. missing];
        }

        return null;
    }

    /// <summary>Whether the values are what they should be; a row that is not is skipped without a word.</summary>
    public bool IsValid(JObject row)
        => Numbers.All(name => FieldValue.IsBlank(row[name]) || FieldValue.IsNumber(row[name]))
            && (row["email"] is not { } email || FieldValue.Text(email).Contains('@'))
            && (Items is null || (row[Items] is JArray { Count: > 0 } items && items.Cast<JObject>().All(Item.IsValid)));

    /// <summary>What a row says, so that two that say the same are equal: <c>"25"</c> and <c>25</c>, in whatever order.</summary>
    public string Content(JObject row) => string.Join("\u001f", Parts(row));

    private IEnumerable<string> Parts(JObject row)
    {
        foreach (var name in Required.Concat(Optional))
        {
            if (name != Items)
                yield return FieldValue.Text(row[name]);
            else
                yield return string.Join("\u001e", row[name]!.Cast<JObject>().Select(Item.Content));
        }
    }
}
