using OrderOps.Batching;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>One AWB on its way to be cancelled at ITL.</summary>
internal sealed class CancelWork : ISendWork
{
    /// <summary>Makes one.</summary>
    /// <param name="awbNumber">The AWB number.</param>
    /// <param name="source">The input as it came.</param>
    public CancelWork(string awbNumber, object? source)
    {
        Result = new ItlCancelResult
        {
            Service = ItlErrors.Service,
            Operation = "Cancel",
            Key = awbNumber,
            AwbNumber = awbNumber,
            InputObject = source,
        };
    }

    /// <summary>Its result.</summary>
    public ItlCancelResult Result { get; }

    OrderResult ISendWork.Result => Result;
}
