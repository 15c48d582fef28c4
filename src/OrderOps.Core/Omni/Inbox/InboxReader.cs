using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Looks into an inbox on a connection of its own, beside the writer.</summary>
internal sealed class InboxReader(SqliteStore store) : IDisposable
{
    // A reader that stays long in one look keeps the log from being reset.
    private const int Page = 100;
    private const long MostBytesTaken = 32 << 20;

    private readonly object _gate = new();
    private SqliteConnection? _connection;
    private bool _closed;

    /// <summary>The oldest entries that nobody took, with what their next attempt makes of them.</summary>
    public List<InboxEntry> Waiting(int max) => Look(connection =>
    {
        List<InboxEntry> entries = [];
        Dictionary<(string, string), EventOrder> marks = [];
        long bytes = 0;
        using SqliteCommand command = connection.Make(
            $"SELECT {EntryColumns.List}, m.event_time, m.message_id, m.delivery FROM {EntryColumns.From} " +
            "LEFT JOIN order_mark m ON m.order_code=d.order_code AND m.receiver=d.receiver WHERE d.state=0 AND d.taken=0 ORDER BY d.id LIMIT $max",
            ("$max", max));
        using SqliteDataReader reader = command.ExecuteReader();
        while (bytes < MostBytesTaken && reader.Read())
        {
            InboxEntry entry = reader.ReadEntry();
            EventOrder order = new(entry.EventTime?.ToUnixTimeMilliseconds(), entry.MessageId ?? 0);
            (string, string) key = (entry.OrderCode ?? "", entry.Receiver);

            // What stands before it in this list is delivered before it, too.
            EventOrder? mark = marks.TryGetValue(key, out EventOrder own) ? own : reader.IsDBNull(18) ? null : reader.ReadOrder(16);
            entry.Stale = mark is { } latest && order.IsOlderThan(latest);
            marks[key] = entry.Stale ? mark!.Value : order;
            entry.Attempt++;
            entry.Delivery = Shown(entry);
            entries.Add(entry);
            bytes += entry.Body.Length;
        }

        return entries;
    });

    /// <summary>Whether anything waits.</summary>
    public bool AnyWaiting() => Look(AnyWaiting);

    /// <inheritdoc cref="AnyWaiting()"/>
    public static bool AnyWaiting(SqliteConnection connection) => connection.Scalar("SELECT 1 FROM delivery WHERE state=0 AND taken=0 LIMIT 1") is not null;

    /// <summary>How many are not delivered, and when the oldest of them came.</summary>
    public (long Count, DateTimeOffset? Oldest) Undelivered() => Look<(long, DateTimeOffset?)>(connection =>
    {
        using SqliteCommand command = connection.Make("SELECT count(*), min(received_at) FROM delivery WHERE state=0");
        using SqliteDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)));
    });

    /// <summary>Who consumes.</summary>
    public ProcessIdentity? Consumer() => Look(ConsumerClaim.Owner);

    /// <summary>What answers a query, the oldest first, a page at a time.</summary>
    public IEnumerable<InboxEntry> Find(InboxQuery query)
    {
        long after = 0;
        int left = query.First ?? int.MaxValue;
        while (left > 0)
        {
            List<InboxEntry> page = FindPage(query, after, Math.Min(left, Page));
            foreach (InboxEntry entry in page)
            {
                yield return entry;
                after = entry.Id;
            }

            left -= page.Count;
            if (page.Count < Page)
            {
                yield break;
            }
        }
    }

    /// <summary>What a removal would remove.</summary>
    public InboxRemoval Foresee(InboxRemovalQuery query) => Look(connection => PostingRemoval.Foresee(connection, query));

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _connection?.Dispose();
            _connection = null;
        }
    }

    // One that was emitted before and not delivered is emitted again; that a messageId came with other content stays the greater news.
    private static DeliveryKind Shown(InboxEntry entry) =>
        entry.Attempt > 1 && entry.Delivery == DeliveryKind.New ? DeliveryKind.Redelivered : entry.Delivery;

    private List<InboxEntry> FindPage(InboxQuery query, long after, int max) => Look(connection =>
    {
        StringBuilder where = new("d.id>$after");
        List<(string, object?)> arguments = [("$after", after), ("$max", max)];
        Ask("$id", "d.id=$id", query.Id);

        // The second half is for the index of those that can't be postings.
        Ask("$message", "(d.message_id=$message AND d.kind<>3 OR d.message_id=$message AND d.kind=3)", query.MessageId);
        Ask("$order", "d.order_code=$order", query.OrderCode);
        Ask("$shipment", "d.id IN (SELECT delivery FROM mention WHERE code=$shipment)", query.ShipmentCode);
        Ask("$event", "d.event_type=$event COLLATE NOCASE", query.EventType);
        Ask("$since", "d.received_at>=$since", query.Since?.ToUnixTimeMilliseconds());
        Ask("$state", "d.state=$state", query.State is { } state ? InboxState.NumberOf(state) : null);
        List<InboxEntry> entries = [];
        using SqliteCommand command = connection.Make(
            $"SELECT {EntryColumns.List} FROM {EntryColumns.From} WHERE {where} ORDER BY d.id LIMIT $max", [.. arguments]);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            InboxEntry entry = reader.ReadEntry();
            entry.Delivery = Shown(entry);
            entries.Add(entry);
        }

        return entries;

        void Ask(string name, string condition, object? value)
        {
            if (value is not null)
            {
                where.Append(" AND ").Append(condition);
                arguments.Add((name, value));
            }
        }
    });

    private T Look<T>(Func<SqliteConnection, T> look)
    {
        lock (_gate)
        {
            if (_closed)
            {
                throw new StoreException("StoreClosed", store.Path, $"'{store.Path}' was closed.", "Open it again.");
            }

            try
            {
                return look(_connection ??= store.OpenReader());
            }
            catch (SqliteException e)
            {
                throw SqliteFailure.Of(e, store.Path);
            }
        }
    }
}
