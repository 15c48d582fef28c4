using System.Linq;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>One order on its way to ECOM.md.</summary>
internal sealed class OrderWork : ISendWork
{
    /// <summary>Makes one.</summary>
    /// <param name="order">The order, checked.</param>
    /// <param name="source">The input as it came.</param>
    public OrderWork(OrderCheck order, object? source)
    {
        Order = order;
        Result = new ExternalOrderResult
        {
            Service = ExternalErrors.Service,
            Operation = order.IsCreate ? "Create" : "Update",
            Key = order.Key,
            OrderId = order.OrderId,
            Rrn = order.Rrn,
            Findings = order.Findings.Select(finding => finding.ToString()).ToArray(),
            InputObject = source,
        };
    }

    /// <summary>The order, checked.</summary>
    public OrderCheck Order { get; }

    /// <summary>Its result.</summary>
    public ExternalOrderResult Result { get; }

    /// <inheritdoc />
    public OrderIdentity Identity => new(Order.Key);

    /// <inheritdoc />
    public bool IsRepeatable => !Order.IsCreate;

    /// <inheritdoc />
    public JournalEntry? Earlier { get; set; }

    OrderResult ISendWork.Result => Result;

    /// <inheritdoc />
    public ulong HashContent() => Order.ContentHash;
}
