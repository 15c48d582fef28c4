using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>One posting on its way to a receiver: the bytes, and what they are to whoever counts them.</summary>
public sealed class OutgoingPosting
{
    /// <summary>A posting whose message id was not sent before.</summary>
    public const string New = "New";

    /// <summary>The same bytes as a posting of this run.</summary>
    public const string Repeat = "Repeat";

    /// <summary>What an earlier posting said, under a new message id: shipments that are known already.</summary>
    public const string Renumbered = "Renumbered";

    internal OutgoingPosting(string messageId, string orderCode, string eventType, string kind, byte[] body)
    {
        MessageId = messageId;
        OrderCode = orderCode;
        EventType = eventType;
        Kind = kind;
        Body = body;
    }

    /// <summary>The message id as it stands in the body; empty if the body has none.</summary>
    public string MessageId { get; }

    /// <summary>The order's code; empty if the body has none.</summary>
    public string OrderCode { get; }

    /// <summary>The event; empty if the body has none.</summary>
    public string EventType { get; }

    /// <summary><see cref="New"/>, <see cref="Repeat"/> or <see cref="Renumbered"/>.</summary>
    public string Kind { get; }

#pragma warning disable CA1819 // The very bytes that go out: a copy of each would double what a run allocates.
    /// <summary>The body.</summary>
    public byte[] Body { get; }
#pragma warning restore CA1819

    /// <summary>Takes a body as it is; one that is no posting is sent all the same, for receivers must bear it.</summary>
    public static OutgoingPosting Of(byte[] body)
    {
        if (body is null)
        {
            throw new ArgumentNullException(nameof(body));
        }

        JObject? posting = PostingJson.TryParse(body);
        return new OutgoingPosting(Text(posting, "messageId"), Text(posting, "orderCode"), Text(posting, "eventType"), New, body);
    }

    internal OutgoingPosting Again() => new(MessageId, OrderCode, EventType, Repeat, Body);

    /// <summary>The same under another message id; null where the body is no posting.</summary>
    internal OutgoingPosting? WithMessageId(long messageId)
    {
        JObject? posting = PostingJson.TryParse(Body);
        if (posting is null)
        {
            return null;
        }

        string name = posting.Property("messageId", StringComparison.OrdinalIgnoreCase)?.Name ?? "messageId";
        posting[name] = messageId;
        return new OutgoingPosting(messageId.ToString(CultureInfo.InvariantCulture), OrderCode, EventType, Renumbered, PostingJson.Bytes(posting));
    }

    private static string Text(JObject? posting, string name) =>
        (posting?.GetValue(name, StringComparison.OrdinalIgnoreCase) as JValue)?.ToString(CultureInfo.InvariantCulture) ?? "";
}
