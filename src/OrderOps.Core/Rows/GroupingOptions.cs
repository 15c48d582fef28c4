namespace OrderOps.Rows;

/// <summary>How rows become orders.</summary>
public class GroupingOptions
{
    /// <summary>The column whose value makes rows one order; the order number with its sub-order where it is not given.</summary>
    public string? GroupBy { get; set; }

    /// <summary>Whether rows of one order can stand anywhere: all rows are gathered before the first order comes out.</summary>
    public bool Unsorted { get; set; }

    /// <summary>Whether the first value stands where rows of one order disagree, instead of an error.</summary>
    public bool FirstWins { get; set; }

    /// <summary>
    /// Whether an order that comes back after others stood between is an error. On by default; a sender that compares
    /// what it has sent sets it off.
    /// </summary>
    public bool DetectReappearance { get; set; } = true;
}
