using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>The outcome of deleting one item of an order.</summary>
public sealed class ExternalItemResult : OrderResult
{
    /// <summary>Number of the item.</summary>
    public string ItemId { get; set; } = "";
}
