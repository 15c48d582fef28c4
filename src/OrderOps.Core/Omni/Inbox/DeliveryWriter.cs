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
    private readonly ShipmentWriter _shipments;
    private readonly PreparedStatement _claim;
    private readonly PreparedStatement _known;
    private readonly PreparedStatement _quarantined;
    private readonly PreparedStatement _body;
    private readonly PreparedStatement _verdicts;
    private readonly PreparedStatement _mark;

    public DeliveryWriter(SqliteConnection connection)
    {
        _connection = connection;
        _shipments = new ShipmentWriter(connection);
        _claim = new(
            connection,
            "INSERT INTO delivery (receiver, message_id, variant, body_hash, kind, state, received_at, event_time, order_code, event_type, stale, reason, remote, answer) " +
            "VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING",
            14);
        _known = new(connection, "SELECT id, body_hash, answer FROM delivery WHERE message_id=$0 AND receiver=$1 AND variant=$2 AND kind<>3", 3);
        _quarantined = new(connection, "SELECT id, body_hash, answer FROM delivery WHERE body_hash=$0 AND receiver=$1 AND kind=3", 2);
        _body = new(connection, "INSERT INTO body (id, content) VALUES ($0, $1)", 2);
        _verdicts = new(connection, "UPDATE delivery SET shipments=$1 WHERE id=$0", 2);
        _mark = new(connection, "SELECT event_time, message_id FROM order_mark WHERE order_code=$0 AND receiver=$1", 2);
    }

    /// <summary>Writes one, within the transaction that is open.</summary>
    public StoredDelivery Write(PreparedDelivery delivery)
    {
        if (delivery.Posting is null)
        {
            return Claim(delivery, FirstVariant, InboxSchema.KindQuarantined, false)
                ? Fill(delivery, DeliveryKind.Quarantined, false)
                : Again(_quarantined.Read(delivery.BodyHash, delivery.Delivery.Receiver), delivery.BodyHash)!;
        }

        bool stale = IsStale(delivery);
        if (Claim(delivery, FirstVariant, InboxSchema.KindNew, stale))
        {
            return Fill(delivery, DeliveryKind.New, stale);
        }

        if (Again(Known(delivery, FirstVariant), delivery.BodyHash) is { } first)
        {
            return first;
        }

        return Claim(delivery, delivery.BodyHash, InboxSchema.KindChanged, stale)
            ? Fill(delivery, DeliveryKind.Changed, stale)
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
        _shipments.Dispose();
    }

    private static StoredDelivery? Again(SqliteDataReader reader, byte[] hash)
    {
        using (reader)
        {
            return reader.Read() && hash.AsSpan().SequenceEqual((byte[])reader.GetValue(1))
                ? new StoredDelivery { Id = reader.GetInt64(0), Kind = DeliveryKind.Redelivered, Answer = PreparedDelivery.AnswerOf(reader.IsDBNull(2) ? null : reader.GetString(2)) }
                : null;
        }
    }

    private SqliteDataReader Known(PreparedDelivery delivery, byte[] variant) =>
        _known.Read(delivery.Posting!.MessageId, delivery.Delivery.Receiver, variant);

    private bool Claim(PreparedDelivery delivery, byte[] variant, int kind, bool stale) => _claim.Run(
        delivery.Delivery.Receiver,
        delivery.Posting?.MessageId ?? delivery.Delivery.Reading.MessageId,
        variant,
        delivery.BodyHash,
        kind,
        InboxState.NumberOf(delivery.Posting is null ? InboxState.Quarantine : InboxState.Undelivered),
        delivery.Delivery.ReceivedAt.ToUnixTimeMilliseconds(),
        delivery.Order.EventTime,
        delivery.Posting?.OrderCode ?? delivery.Delivery.Reading.OrderCode,
        delivery.Posting?.EventType,
        stale ? 1 : 0,
        delivery.Reason,
        delivery.Delivery.Remote,
        delivery.Answer()) == 1;

    private StoredDelivery Fill(PreparedDelivery delivery, DeliveryKind kind, bool stale)
    {
        long id = raw.sqlite3_last_insert_rowid(_connection.Handle);
        _body.Run(id, delivery.Delivery.Body);
        ShipmentVerdicts verdicts = _shipments.Write(delivery, id);
        if (verdicts.ToText() is { } text)
        {
            _verdicts.Run(id, text);
        }

        return new StoredDelivery { Id = id, Kind = kind, Answer = PreparedDelivery.AnswerOf(delivery.Answer()), Shipments = verdicts, Stale = stale };
    }

    private bool IsStale(PreparedDelivery delivery)
    {
        using SqliteDataReader reader = _mark.Read(delivery.Posting!.OrderCode, delivery.Delivery.Receiver);
        return reader.Read() && delivery.Order.IsOlderThan(reader.ReadOrder(0));
    }
}
