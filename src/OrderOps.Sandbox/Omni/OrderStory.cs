using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>
/// One made-up order on its way through its events. Once a shipment is invoiced it stands in every later posting, its
/// items and amounts unchanged (vendor page).
/// </summary>
internal sealed class OrderStory
{
    private readonly Queue<Step> _steps;
    private readonly OrderBody _body;

    public OrderStory(long number, DateTimeOffset created, Random random)
    {
        OrderCode = string.Format(CultureInfo.InvariantCulture, "OMNI-{0}", number);
        _body = new OrderBody(OrderCode, number, created, random);
        _steps = new Queue<Step>(Plan(random, _body.Shipments));
    }

    public string OrderCode { get; }

    public bool IsOver => _steps.Count == 0;

    /// <summary>The posting of the next event.</summary>
    public OutgoingPosting Next(long messageId, DateTimeOffset now)
    {
        Step step = _steps.Dequeue();
        step.Change(now);
        byte[] body = PostingJson.Bytes(_body.Posting(messageId, step.EventType, now));
        return new OutgoingPosting(messageId.ToString(CultureInfo.InvariantCulture), OrderCode, step.EventType, OutgoingPosting.New, body);
    }

    private IEnumerable<Step> Plan(Random random, IReadOnlyList<ShipmentBody> shipments)
    {
#pragma warning disable CA5394 // Made-up orders, not secrets.
        int fate = random.Next(10);
#pragma warning restore CA5394
        yield return new Step("OUTWARD_ORDER_CREATE", _ => { });
        if (fate == 0)
        {
            yield return new Step("OUTWARD_ORDER_CANCEL", _ => _body.CancelAll());
            yield break;
        }

        if (fate == 1)
        {
            yield return new Step("OUTWARD_ORDER_PARTIAL_CANCEL", _ => _body.CancelOne());
        }

        yield return new Step("OUTWARD_ORDER_COMPLETE", now => shipments.ToList().ForEach(shipment => shipment.Invoice(now)));
        foreach (ShipmentBody shipment in shipments)
        {
            yield return new Step("OUTWARD_ORDER_SHIPMENT_DISPATCH", _ => shipment.Status = "DISPATCHED");
        }

        foreach (ShipmentBody shipment in shipments)
        {
            yield return new Step("OUTWARD_ORDER_SHIPMENT_DELIVER", _ => shipment.Status = "DELIVERED");
        }
    }

    private sealed class Step
    {
        public Step(string eventType, Action<DateTimeOffset> change)
        {
            EventType = eventType;
            Change = change;
        }

        public string EventType { get; }

        public Action<DateTimeOffset> Change { get; }
    }
}
