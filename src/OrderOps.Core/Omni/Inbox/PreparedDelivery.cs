using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using Newtonsoft.Json;

namespace OrderOps.Omni;

/// <summary>A delivery with all that can be worked out before it is the writer's turn.</summary>
internal sealed class PreparedDelivery
{
    private const string Thanks = "{\"hasError\":false,\"errorMessage\":\"\"}";

    [ThreadStatic]
    private static SHA256? _sha;

    public PreparedDelivery(InboxDelivery delivery)
    {
        Delivery = delivery;
        Posting = delivery.Reading.IsUsable ? delivery.Reading.Posting : null;
        Reason = Posting is null ? delivery.Reading.QuarantineReason ?? "Unusable: the body can't be used as a posting." : null;
        BodyHash = (_sha ??= SHA256.Create()).ComputeHash(delivery.Body);
        Shipments = ShipmentArrival.Of(Posting);
        Order = new EventOrder(Posting?.EventTime?.ToUnixTimeMilliseconds(), Posting?.MessageId ?? 0);
    }

    public InboxDelivery Delivery { get; }

    /// <summary>The posting; <see langword="null"/> for what goes into quarantine.</summary>
    public OmniPosting? Posting { get; }

    /// <summary>Why it goes into quarantine.</summary>
    public string? Reason { get; }

    public byte[] BodyHash { get; }

    public IReadOnlyList<ShipmentArrival> Shipments { get; }

    public EventOrder Order { get; }

    /// <summary>The entry that it is when it was stored as taken.</summary>
    public InboxEntry Taken(long id, DeliveryKind kind, bool stale, ShipmentVerdicts shipments) => new()
    {
        Id = id,
        Receiver = Delivery.Receiver,
        Body = Delivery.Body,
        HasBody = true,
        Delivery = kind,
        Attempt = 1,
        ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(Delivery.ReceivedAt.ToUnixTimeMilliseconds()),
        EventTime = Order.EventTime is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null,
        MessageId = Posting!.MessageId,
        OrderCode = Posting.OrderCode,
        EventType = Posting.EventType,
        Remote = Delivery.Remote,
        Shipments = shipments,
        Stale = stale,
    };

    /// <summary>What answers it where the file holds no answer of its own.</summary>
    public static string AnswerOf(string? stored) => stored ?? Thanks;

    /// <summary>What is stored as its answer: nothing for the usual one.</summary>
    public string? Answer => Reason is null ? null : "{\"hasError\":true,\"errorMessage\":" + JsonConvert.ToString(Reason) + "}";
}
