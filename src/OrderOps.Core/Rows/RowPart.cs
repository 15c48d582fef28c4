namespace OrderOps.Rows;

/// <summary>What a column of a row is a part of.</summary>
internal enum RowPart
{
    /// <summary>A field of the order.</summary>
    Order,

    /// <summary>The list of products.</summary>
    Products,

    /// <summary>A field of the row's one product.</summary>
    Product,
}
