using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Batching;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>One order on its way to ITL.</summary>
internal sealed class SyncWork : ISendWork
{
    /// <summary>Makes one.</summary>
    /// <param name="order">The order, checked.</param>
    /// <param name="source">The input as it came.</param>
    public SyncWork(CheckedOrder order, object? source)
    {
        Order = order;
        Result = new ItlOrderResult
        {
            Service = ItlErrors.Service,
            Operation = "Sync",
            Key = order.Key,
            OrderNumber = order.OrderNumber,
            SubOrder = order.SubOrder,
            Findings = order.Findings.Count == 0 ? Array.Empty<string>() : Words(order.Findings),
            InputObject = source,
        };
    }

    /// <summary>The order, checked.</summary>
    public CheckedOrder Order { get; }

    /// <summary>Its result.</summary>
    public ItlOrderResult Result { get; }

    /// <inheritdoc />
    public OrderIdentity Identity => new(Order.OrderNumber, Order.SubOrder);

    /// <inheritdoc />
    public bool IsRepeatable => false;

    /// <inheritdoc />
    public JournalEntry? Earlier { get; set; }

    OrderResult ISendWork.Result => Result;

    /// <inheritdoc />
    public ulong HashContent() => Order.ContentHash;

    private static string[] Words(IReadOnlyList<Finding> findings) =>
        findings.Select(finding => finding.ToString()).ToArray();
}
