using System;
using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>Where a column of a row can go: a field of the order, a field of its product, or the list of products.</summary>
internal sealed class RowTarget
{
    private static readonly List<RowTarget> Targets = new();
    private static readonly Dictionary<string, (RowTarget Target, int Rank)> ByKey = new(StringComparer.Ordinal);

    static RowTarget()
    {
        foreach (OrderField field in OrderField.All)
        {
            RowTarget target = new(field.WireName, field, null);
            target.AddNames(field.WireName, field.ReadableName);
            foreach (string alias in field.Aliases)
            {
                target.AddNames(alias);
            }
        }

        Products = new RowTarget(OrderField.Products, null, null);
        Products.AddNames(OrderField.Products);
        foreach (ProductField field in ProductField.All)
        {
            RowTarget target = new(field.WireName, null, field);
            target.AddNames(field.WireName, field.FlatName);
            target.AddNames(ProductNames.ClearInARow(field));
        }
    }

    private RowTarget(string wireName, OrderField? order, ProductField? product)
    {
        WireName = wireName;
        Order = order;
        Product = product;
        Targets.Add(this);
    }

    public static RowTarget Products { get; }

    public static IReadOnlyList<RowTarget> All => Targets;

    public string WireName { get; }

    public OrderField? Order { get; }

    public ProductField? Product { get; }

    /// <summary>Its names, the vendor's first; a name further on counts for less where a row has several of them.</summary>
    public List<string> Names { get; } = new();

    /// <summary>What a name means in a row, and how far down it stands among the target's names.</summary>
    public static RowTarget? Find(string key, out int rank)
    {
        bool found = ByKey.TryGetValue(key, out (RowTarget Target, int Rank) match);
        rank = match.Rank;
        return found ? match.Target : null;
    }

    public static RowTarget Of(OrderField field) => Targets[field.Ordinal];

    public static RowTarget Of(ProductField field) => Targets[OrderField.Count + 1 + field.Ordinal];

    private void AddNames(params string[] names)
    {
        foreach (string name in names)
        {
            string key = NameKey.Of(name);
            if (!ByKey.ContainsKey(key))
            {
                ByKey.Add(key, (this, Names.Count));
                Names.Add(name);
            }
        }
    }
}
