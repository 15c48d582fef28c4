using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Which of two postings of an order came first.</summary>
/// <param name="EventTime">Milliseconds since 1970; <see langword="null"/> if the posting tells none.</param>
/// <param name="MessageId">Decides between equal times, and where one tells none.</param>
internal readonly record struct EventOrder(long? EventTime, long MessageId)
{
    /// <summary>The end of an INSERT into <c>order_mark</c>: what is there gives way to what is later.</summary>
    public static readonly string OrLater =
        "ON CONFLICT (order_code, receiver) DO UPDATE SET event_time=excluded.event_time, message_id=excluded.message_id, delivery=excluded.delivery " +
        "WHERE " + IsOlder("event_time", "message_id", "excluded.event_time", "excluded.message_id");

    /// <summary>Of two columns of a row.</summary>
    public static EventOrder Of(RawStatement row, int column) => new(row.NumberOrNothing(column), row.Number(column + 1));

    /// <summary><see cref="IsOlderThan"/> as a condition on columns.</summary>
    public static string IsOlder(string time, string message, string otherTime, string otherMessage) =>
        $"CASE WHEN {time}<>{otherTime} THEN {time}<{otherTime} ELSE {message}<{otherMessage} END";

    /// <summary>Whether this is older than another.</summary>
    public bool IsOlderThan(EventOrder other) =>
        EventTime is { } own && other.EventTime is { } others && own != others ? own < others : MessageId < other.MessageId;
}
