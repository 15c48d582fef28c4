using System;
using System.Collections.Generic;

namespace OrderOps.Rows;

/// <summary>Where a column of a row can go: a field of the order, a field of its product, or the list of products.</summary>
internal sealed class RowTarget
{
    /// <summary>Makes one.</summary>
    /// <param name="wireName">The vendor's name.</param>
    /// <param name="part">What it is a part of.</param>
    /// <param name="ordinal">Its place among the values of the order or product.</param>
    public RowTarget(string wireName, RowPart part, int ordinal)
    {
        WireName = wireName;
        Part = part;
        Ordinal = ordinal;
    }

    public string WireName { get; }

    public RowPart Part { get; }

    public int Ordinal { get; }

    public bool IsOrder => Part == RowPart.Order;

    public bool IsProduct => Part == RowPart.Product;

    /// <summary>Its names, the vendor's first; a name further on counts for less where a row has several of them.</summary>
    public List<string> Names { get; } = new();

    /// <summary>Whether rows that differ in it can't be of one order: two may have been mixed up, and a guess would cost a parcel.</summary>
    public bool MustAgree { get; init; }

    /// <summary>Whether two texts of it say the same, however they are written.</summary>
    public Func<string, string, bool> Same { get; init; } = static (a, b) => string.Equals(a.Trim(), b.Trim(), StringComparison.Ordinal);
}
