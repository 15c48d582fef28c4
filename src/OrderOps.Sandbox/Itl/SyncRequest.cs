using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>Sync orders (vendor page: Sync Order v1; v3 differs by the <c>status</c> at the top of its reply).</summary>
internal sealed class SyncRequest(RequestHead head, string body, ItlBody? content, ItlService service, bool isV1)
    : ItlRequest(head, "sync", body, content, service)
{
    private const int Limit = 25;

    public override IReadOnlyList<string> Keys { get; } = content?.Shipments?.Select(shipment => shipment.OrderNumber).ToArray() ?? [];

    protected override Reply Answer(ItlBody content, ReplyShape shape)
    {
        if (content.Shipments is not { Count: > 0 } shipments)
            return ItlReplies.Refusal("Shipments field is required.", shape);
        if (shipments.Count > Limit)
            return ItlReplies.Refusal("You can not sync more than 25 orders in single request.", shape);
        if (Itl.Poison.TryFind(shipments, out var remark))
            return remark is null ? ItlReplies.Null() : ItlReplies.Refusal("<p>" + remark + "</p>", shape);
        if (!shipments.All(shipment => shipment.HasEveryKey))
            return ItlReplies.Null();
        if (shipments.Any(ShipmentRules.BreaksArithmetic))
            return ItlReplies.TypeError();

        var now = DateTimeOffset.UtcNow;
        var entries = shipments.Select((shipment, index) => Take(shipment, index + 1, now)).ToArray();
        return ItlReplies.Entries(entries, withStatus: !isV1, shape);
    }

    private ReplyEntry Take(Shipment shipment, int number, DateTimeOffset now)
    {
        if (ShipmentRules.Refusal(shipment, number, Itl.PinExists) is { } refusal)
            return new(false, refusal, shipment.OrderNumber);
        return Itl.Orders.TryAccept(shipment, now)
            ? new(true, "Oder Processed Successfully", shipment.OrderNumber)
            : new(false, "Duplicate order found", shipment.OrderNumber);
    }
}
