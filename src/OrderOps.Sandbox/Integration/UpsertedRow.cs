using System;

namespace OrderOps.Sandbox.Integration;

/// <summary>An order or a product as the service has it now.</summary>
public sealed class UpsertedRow
{
    internal UpsertedRow(string key, string json, DateTimeOffset insertedAt, DateTimeOffset? updatedAt)
    {
        Key = key;
        Json = json;
        InsertedAt = insertedAt;
        UpdatedAt = updatedAt;
    }

    /// <summary>The <c>order_id</c>, or a product's <c>product_sku_id</c>.</summary>
    public string Key { get; }

    /// <summary>The row as it came last: its members, in their order, without blanks between them.</summary>
    public string Json { get; }

    /// <summary>When it came first, in UTC.</summary>
    public DateTimeOffset InsertedAt { get; }

    /// <summary>When it came last with other values, in UTC; null if it never did.</summary>
    public DateTimeOffset? UpdatedAt { get; }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
