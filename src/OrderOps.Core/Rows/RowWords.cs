namespace OrderOps.Rows;

/// <summary>What people are told to do about rows, in the words of the command that reads them.</summary>
/// <param name="NoKeyColumn">No column holds the order number.</param>
/// <param name="Scattered">Rows of one order stand apart.</param>
/// <param name="Conflict">Rows of one order disagree.</param>
/// <param name="Keyless">A row has no order number.</param>
/// <param name="Product">An item of a list is no product.</param>
internal sealed record RowWords(string NoKeyColumn, string Scattered, string Conflict, string Keyless, string Product);
