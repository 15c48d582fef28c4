using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;

namespace OrderOps.External;

/// <summary>A field of the wire and what else it may be called.</summary>
/// <param name="WireName">The vendor's name.</param>
/// <param name="Aliases">Further names.</param>
internal sealed record OrderField(string WireName, params string[] Aliases)
{
    /// <summary>Whether the service writes a number there.</summary>
    public bool IsNumber { get; init; } = true;

    /// <summary>Whether it counts or measures, and does not name something.</summary>
    public bool IsAmount { get; init; }

    /// <summary>Whether it holds a state.</summary>
    public bool IsStatus { get; init; }
}

/// <summary>The names of inputs that orders are made of. Case, blanks, hyphens and underscores don't count.</summary>
internal static class OrderFields
{
    public const string Items = "order_items";
    public const string Address = "address";
    public const string AdditionalData = VerbatimMember.Name;

    private static readonly OrderField ItemStatus = new("order_status") { IsNumber = false, IsStatus = true };

    public static IReadOnlyList<OrderField> OfOrder { get; } =
    [
        new("order_id"), new("id"), new("rrn") { IsNumber = false }, new("shop"), new("promo_code"), new(Items, "items"), new(Address),
        new("status") { IsNumber = false, IsStatus = true }, new(AdditionalData),
    ];

    public static IReadOnlyList<OrderField> OfFlatItem { get; } =
    [
        ItemStatus, new("loyalty_price") { IsAmount = true }, new("quantity", "qty") { IsAmount = true }, new("product", "product_id"),
    ];

    public static IReadOnlyList<OrderField> OfItem { get; } =
        [new("id", "item_id"), new("order_id"), ItemStatus with { Aliases = ["status"] }, .. OfFlatItem.Skip(1), new(AdditionalData)];

    public static IReadOnlyList<OrderField> OfAddress { get; } =
    [
        new("address_id"), new("address_ru") { IsNumber = false }, new("zip_code", "zip"), new("region_id"), new("locality_id"), new("sector"), new(AdditionalData),
    ];

    public static OrderField? Find(IReadOnlyList<OrderField> fields, string name)
    {
        string key = Key(name);
        return fields.FirstOrDefault(field => Key(field.WireName) == key || field.Aliases.Any(alias => Key(alias) == key));
    }

    private static string Key(string name) =>
        new(name.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '_')).Select(char.ToLowerInvariant).ToArray());
}
