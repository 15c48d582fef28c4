using System;
using System.Collections.Generic;

namespace OrderOps.Rows;

/// <summary>
/// The fields that rows of one kind are bound to, and all names that they go by. Made once a slice; the one place where
/// its names for rows live.
/// </summary>
internal sealed class RowTable
{
    private readonly List<RowTarget> _targets = new();
    private readonly Dictionary<string, (RowTarget Target, int Rank)> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowTarget> _ofProduct = new(StringComparer.Ordinal);

    public IReadOnlyList<RowTarget> All => _targets;

    /// <summary>The targets that are fields of the order, by ordinal.</summary>
    public List<RowTarget> OrderFields { get; } = new();

    /// <summary>The list of products; nothing where there are none, so that each row stands alone.</summary>
    public RowTarget? Products { get; private set; }

    /// <summary>The fields that make rows one order, the order number first.</summary>
    public IReadOnlyList<RowTarget> Keys { get; set; } = Array.Empty<RowTarget>();

    /// <summary>Fields of the receiver: a row without them is no order of its own.</summary>
    public IReadOnlyList<RowTarget> Receiver { get; set; } = Array.Empty<RowTarget>();

    /// <summary>Adds a target with its names; a name that an earlier one has stays with that.</summary>
    public void Add(RowTarget target, params string[] names)
    {
        _targets.Add(target);
        if (target.IsOrder)
        {
            OrderFields.Add(target);
        }
        else if (target.Part == RowPart.Products)
        {
            Products = target;
        }

        foreach (string name in names)
        {
            string key = NameKey.Of(name);
            if (!_byKey.ContainsKey(key))
            {
                _byKey.Add(key, (target, target.Names.Count));
                target.Names.Add(name);
            }
        }
    }

    /// <summary>Adds names that mean a field of a product only where the product stands on its own, as in a list.</summary>
    public void AddOfProduct(RowTarget target, params string[] names)
    {
        foreach (string name in names)
        {
            _ofProduct[NameKey.Of(name)] = target;
        }
    }

    /// <summary>What a key (see <see cref="NameKey"/>) means in a row, and how far down it stands among the target's names.</summary>
    public RowTarget? Find(string key, out int rank)
    {
        bool found = _byKey.TryGetValue(key, out (RowTarget Target, int Rank) match);
        rank = match.Rank;
        return found ? match.Target : null;
    }

    /// <summary>The field that a key means in a product of its own.</summary>
    public RowTarget? FindInProduct(string key) => _ofProduct.TryGetValue(key, out RowTarget? target) ? target : null;
}
