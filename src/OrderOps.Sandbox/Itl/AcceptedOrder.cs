using System;
using System.Threading;

namespace OrderOps.Sandbox.Itl;

/// <summary>An order that the ITL service took.</summary>
public sealed class AcceptedOrder
{
    private long _cancelledAt;

    internal AcceptedOrder(Shipment shipment, string awbNumber, DateTimeOffset orderDate, DateTimeOffset acceptedAt)
    {
        OrderNumber = shipment.OrderNumber;
        SubOrder = shipment.SubOrder;
        Shipment = shipment.Json;
        AwbNumber = awbNumber;
        OrderDate = orderDate;
        AcceptedAt = acceptedAt;
    }

    /// <summary>The order number.</summary>
    public string OrderNumber { get; }

    /// <summary>The sub-order; blank if there is none.</summary>
    public string SubOrder { get; }

    /// <summary>The AWB number that it was given.</summary>
    public string AwbNumber { get; }

    /// <summary>The shipment's JSON text, character by character as it was received.</summary>
    public string Shipment { get; }

    /// <summary>The order's date as the service took it, in Indian time: a date that it can't read becomes the moment of the request.</summary>
    public DateTimeOffset OrderDate { get; }

    /// <summary>When it was accepted, in UTC.</summary>
    public DateTimeOffset AcceptedAt { get; }

    /// <summary>When it was cancelled, in UTC; null if it was not.</summary>
    public DateTimeOffset? CancelledAt => Interlocked.Read(ref _cancelledAt) is var ticks && ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    internal bool TryCancel(DateTimeOffset now) => Interlocked.CompareExchange(ref _cancelledAt, now.UtcTicks, 0) == 0;

    /// <inheritdoc/>
    public override string ToString() => $"{OrderNumber} ({AwbNumber})";
}
