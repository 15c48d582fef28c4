using System.Text;
using OrderOps.Batching;
using OrderOps.Journal;
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

    /// <inheritdoc />
    public OrderIdentity Identity => new(Result.AwbNumber);

    /// <inheritdoc />
    public bool IsRepeatable => true;

    /// <inheritdoc />
    public JournalEntry? Earlier { get; set; }

    OrderResult ISendWork.Result => Result;

    /// <inheritdoc />
    public ulong HashContent() => ContentHash.Of(Encoding.UTF8.GetBytes(Result.AwbNumber));
}
