using System;
using Microsoft.Data.Sqlite;

namespace OrderOps.Omni;

/// <summary>Reads what the columns hold.</summary>
internal static class EntryColumns
{
    /// <summary>The columns of <see cref="ReadEntry"/>, of <c>delivery d</c> and <c>body b</c>.</summary>
    public const string List =
        "d.id, d.receiver, d.message_id, d.kind, d.state, d.attempt, d.received_at, d.delivered_at, d.event_time, d.order_code, d.event_type, d.stale, d.reason, d.remote, d.shipments, b.content";

    /// <summary>Where they come from.</summary>
    public const string From = "delivery d LEFT JOIN body b ON b.id=d.id";

    /// <summary>The place of a posting among its order's, of two columns.</summary>
    public static EventOrder ReadOrder(this SqliteDataReader reader, int column) =>
        new(reader.IsDBNull(column) ? null : reader.GetInt64(column), reader.GetInt64(column + 1));

    /// <summary>An entry.</summary>
    public static InboxEntry ReadEntry(this SqliteDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Receiver = reader.GetString(1),
        MessageId = Number(reader, 2),
        Delivery = (DeliveryKind)reader.GetInt32(3),
        State = InboxState.Of(reader.GetInt32(4)),
        Attempt = reader.GetInt32(5),
        ReceivedAt = Time(reader, 6)!.Value,
        DeliveredAt = reader.GetInt32(4) == InboxState.NumberOf(InboxState.Delivered) ? Time(reader, 7) : null,
        EventTime = Time(reader, 8),
        OrderCode = Text(reader, 9),
        EventType = Text(reader, 10),
        Stale = reader.GetInt32(11) != 0,
        Reason = Text(reader, 12),
        Remote = Text(reader, 13),
        Shipments = ShipmentVerdicts.From(Text(reader, 14)),
        HasBody = !reader.IsDBNull(15),
        Body = reader.IsDBNull(15) ? [] : (byte[])reader.GetValue(15),
    };

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static long? Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static DateTimeOffset? Time(SqliteDataReader reader, int column) =>
        Number(reader, column) is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
