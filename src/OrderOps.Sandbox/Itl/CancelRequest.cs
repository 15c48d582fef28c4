using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>Cancel orders (vendor page: Cancel Order v3). An entry's <c>refnum</c> is the order number, not the AWB.</summary>
internal sealed class CancelRequest(RequestHead head, string body, ItlBody? content, ItlService service)
    : ItlRequest(head, "cancel", body, content, service)
{
    private const int Limit = 100;

    public override IReadOnlyList<string> Keys { get; } = content?.AwbNumbers?.Split(',') ?? [];

    protected override Reply Answer(ItlBody content, ReplyShape shape)
    {
        if (string.IsNullOrWhiteSpace(content.AwbNumbers))
            return ItlReplies.Refusal("AWB numbers field is required.", shape);
        if (Keys.Count > Limit)
            return ItlReplies.Refusal("You can not cancel more than 100 orders in single request.", shape);
        var now = DateTimeOffset.UtcNow;
        return ItlReplies.Entries(Keys.Select(awb => Cancel(awb, now)).ToArray(), withStatus: true, shape);
    }

    private ReplyEntry Cancel(string awbNumber, DateTimeOffset now)
    {
        if (Itl.Orders.FindAwb(awbNumber) is not { } order)
            return new(false, "AWB number does not exist", "");
        return order.TryCancel(now)
            ? new(true, "", order.OrderNumber)
            : new(false, "Order is already cancelled", order.OrderNumber);
    }
}
