using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>How rows become ITL orders.</summary>
public sealed class RowGrouperOptions : GroupingOptions
{
}
