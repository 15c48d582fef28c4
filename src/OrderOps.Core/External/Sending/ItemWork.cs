using System.Text;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>One item of an order on its way to be deleted.</summary>
internal sealed class ItemWork : ISendWork
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Number of the item.</param>
    /// <param name="source">The input as it came.</param>
    public ItemWork(string id, object? source) =>
        Result = new ExternalItemResult { Service = ExternalErrors.Service, Operation = "DeleteItem", Key = id, ItemId = id, InputObject = source };

    /// <summary>Its result.</summary>
    public ExternalItemResult Result { get; }

    /// <inheritdoc />
    public OrderIdentity Identity => new(Result.ItemId);

    /// <inheritdoc />
    public bool IsRepeatable => true;

    /// <inheritdoc />
    public JournalEntry? Earlier { get; set; }

    OrderResult ISendWork.Result => Result;

    /// <inheritdoc />
    public ulong HashContent() => ContentHash.Of(Encoding.UTF8.GetBytes(Result.ItemId));
}
