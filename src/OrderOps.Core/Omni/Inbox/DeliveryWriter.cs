using System;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using SQLitePCL;

namespace OrderOps.Omni;

/// <summary>
/// Writes deliveries. A messageId is claimed by an INSERT that succeeds or meets the unique index, never by looking
/// first: whoever looks first can be overtaken.
/// </summary>
internal sealed class DeliveryWriter : IDisposable
{
    private static readonly byte[] FirstVariant = [];

    private readonly SqliteConnection _connection;
    private readonly HandOver _handOver;
    private readonly ShipmentWriter _shipments;
    private readonly RawStatement _claim;
    private readonly RawStatement _known;
    private readonly RawStatement _quarantined;
    private readonly RawStatement _body;
    private readonly RawStatement _verdicts;
    private readonly RawStatement _mark;
    private readonly RawStatement _advance;

    public DeliveryWriter(SqliteConnection connection, HandOver handOver)
    {
        _connection = connection;
        _handOver = handOver;
        _shipments = new ShipmentWriter(connection);
        _claim = new(
            connection,
            "INSERT INTO delivery (receiver, message_id, variant, body_hash, kind, state, received_at, event_time, order_code, event_type, stale, reason, remote, answer, delivered_at, taken, attempt) " +
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?7, ?15, ?15) ON CONFLICT DO NOTHING");
        _known = new(connection, "SELECT id, body_hash, answer FROM delivery WHERE message_id=?1 AND receiver=?2 AND variant=?3 AND kind<>3");
        _quarantined = new(connection, "SELECT id, body_hash, answer FROM delivery WHERE body_hash=?1 AND receiver=?2 AND kind=3");
        _body = new(connection, "INSERT INTO body (id, content) VALUES (?1, ?2)");
        _verdicts = new(connection, "UPDATE delivery SET shipments=?1 WHERE id=?2");
        _mark = new(connection, "SELECT event_time, message_id FROM order_mark WHERE order_code=?1 AND receiver=?2");
        _advance = new(connection, "INSERT INTO order_mark (order_code, receiver, event_time, message_id, delivery) VALUES (?1, ?2, ?3, ?4, ?5) " + EventOrder.OrLater);
    }

    /// <summary>Writes one, within the transaction that is open.</summary>
    public StoredDelivery Write(PreparedDelivery delivery)
    {
        if (delivery.Posting is null)
        {
            return Claim(delivery, FirstVariant, InboxSchema.KindQuarantined, false, false)
                ? Fill(delivery, DeliveryKind.Quarantined, false, false)
                : Again(_quarantined.With(1, delivery.BodyHash).With(2, delivery.Delivery.Receiver), delivery.BodyHash)!;
        }

        bool stale = IsStale(delivery);
        bool taken = _handOver.TryReserve(delivery.Delivery.Body.Length);
        if (Claim(delivery, FirstVariant, InboxSchema.KindNew, stale, taken))
        {
            return Fill(delivery, DeliveryKind.New, stale, taken);
        }

        if (Again(Known(delivery, FirstVariant), delivery.BodyHash) is { } first)
        {
            return first;
        }

        return Claim(delivery, delivery.BodyHash, InboxSchema.KindChanged, stale, taken)
            ? Fill(delivery, DeliveryKind.Changed, stale, taken)
            : Again(Known(delivery, delivery.BodyHash), delivery.BodyHash)!;
    }

    public void Dispose()
    {
        _claim.Dispose();
        _known.Dispose();
        _quarantined.Dispose();
        _body.Dispose();
        _verdicts.Dispose();
        _mark.Dispose();
        _advance.Dispose();
        _shipments.Dispose();
    }

    private static StoredDelivery? Again(RawStatement known, byte[] hash)
    {
        try
        {
            return known.Next() && hash.AsSpan().SequenceEqual(known.Blob(1))
                ? new StoredDelivery { Id = known.Number(0), Kind = DeliveryKind.Redelivered, Answer = PreparedDelivery.AnswerOf(known.Text(2)) }
                : null;
        }
        finally
        {
            known.Reset();
        }
    }

    private RawStatement Known(PreparedDelivery delivery, byte[] variant) =>
        _known.With(1, delivery.Posting!.MessageId).With(2, delivery.Delivery.Receiver).With(3, variant);

    private bool Claim(PreparedDelivery delivery, byte[] variant, int kind, bool stale, bool taken) => _claim
        .With(1, delivery.Delivery.Receiver)
        .With(2, delivery.Posting?.MessageId ?? delivery.Delivery.Reading.MessageId)
        .With(3, variant)
        .With(4, delivery.BodyHash)
        .With(5, kind)
        .With(6, InboxState.NumberOf(delivery.Posting is null ? InboxState.Quarantine : InboxState.Undelivered))
        .With(7, delivery.Delivery.ReceivedAt.ToUnixTimeMilliseconds())
        .With(8, delivery.Order.EventTime)
        .With(9, delivery.Posting?.OrderCode ?? delivery.Delivery.Reading.OrderCode)
        .With(10, delivery.Posting?.EventType)
        .With(11, stale ? 1 : 0)
        .With(12, delivery.Reason)
        .With(13, delivery.Delivery.Remote)
        .With(14, delivery.Answer)
        .With(15, taken ? 1 : 0)
        .Run() == 1;

    private StoredDelivery Fill(PreparedDelivery delivery, DeliveryKind kind, bool stale, bool taken)
    {
        long id = raw.sqlite3_last_insert_rowid(_connection.Handle);
        _body.With(1, id).With(2, delivery.Delivery.Body).Run();
        ShipmentVerdicts verdicts = _shipments.Write(delivery, id);
        if (verdicts.ToText() is { } text)
        {
            _verdicts.With(1, text).With(2, id).Run();
        }

        if (taken)
        {
            // It is emitted before all that comes after it.
            _advance.With(1, delivery.Posting!.OrderCode).With(2, delivery.Delivery.Receiver).With(3, delivery.Order.EventTime).With(4, delivery.Order.MessageId).With(5, id).Run();
            _handOver.Add(delivery.Taken(id, kind, stale, verdicts));
        }

        return new StoredDelivery { Id = id, Kind = kind, Answer = PreparedDelivery.AnswerOf(delivery.Answer), Shipments = verdicts, Stale = stale };
    }

    private bool IsStale(PreparedDelivery delivery)
    {
        _mark.With(1, delivery.Posting!.OrderCode).With(2, delivery.Delivery.Receiver);
        try
        {
            return _mark.Next() && delivery.Order.IsOlderThan(EventOrder.Of(_mark, 0));
        }
        finally
        {
            _mark.Reset();
        }
    }
}
