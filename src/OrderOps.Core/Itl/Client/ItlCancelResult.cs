using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>The outcome of cancelling one AWB at ITL. <see cref="OrderResult.Reference"/> is the order number that ITL names.</summary>
public sealed class ItlCancelResult : OrderResult
{
    /// <summary>The AWB number.</summary>
    public string AwbNumber { get; set; } = "";

    /// <summary>The service's remark as it came, HTML and all.</summary>
    public string? RawRemark { get; set; }
}
