using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>
/// Judges the shipments of a delivery by what is known of them, and writes them once the delivery has its number. Both
/// in one transaction that writes, so that nobody comes between.
/// </summary>
internal sealed class ShipmentWriter : IDisposable
{
    private readonly RawStatement _claim;
    private readonly RawStatement _known;
    private readonly RawStatement _renew;
    private readonly RawStatement _mention;
    private readonly Dictionary<string, List<KnownShipment>> _codes = new(StringComparer.Ordinal);
    private readonly List<(RawStatement? Statement, ShipmentArrival Arrival)> _writes = [];

    public ShipmentWriter(SqliteConnection connection)
    {
        _claim = new(connection, "INSERT INTO shipment (code, hash, print, event_time, message_id, delivery) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _known = new(connection, "SELECT hash, print, event_time, message_id FROM shipment WHERE code=?1");
        _renew = new(connection, "UPDATE shipment SET print=?3, event_time=?4, message_id=?5, delivery=?6 WHERE code=?1 AND hash=?2");
        _mention = new(connection, "INSERT INTO mention (code, delivery) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
    }

    /// <summary>What the shipments of a delivery are, next to those that are known.</summary>
    public ShipmentVerdicts Judge(PreparedDelivery delivery)
    {
        _writes.Clear();
        if (delivery.Shipments.Count == 0)
        {
            return ShipmentVerdicts.None;
        }

        _codes.Clear();
        Dictionary<string, ShipmentVerdict> verdicts = new(StringComparer.Ordinal);
        foreach (ShipmentArrival arrival in delivery.Shipments)
        {
            ShipmentVerdict verdict = Judge(arrival, delivery.Order);

            // Twice in one posting with other content is a conflict, whichever stands first.
            bool twice = verdicts.TryGetValue(arrival.Code, out ShipmentVerdict before);
            verdicts[arrival.Code] = twice && verdict != ShipmentVerdict.Conflict ? before : verdict;
        }

        return ShipmentVerdicts.Of(verdicts);
    }

    /// <summary>Writes the shipments that were judged last.</summary>
    /// <param name="delivery">Their delivery.</param>
    /// <param name="id">Its number.</param>
    public void Write(PreparedDelivery delivery, long id)
    {
        foreach ((RawStatement? statement, ShipmentArrival arrival) in _writes)
        {
            statement?.With(1, arrival.Code)
                .With(2, arrival.Hash)
                .With(3, arrival.Print)
                .With(4, delivery.Order.EventTime)
                .With(5, delivery.Order.MessageId)
                .With(6, id)
                .Run();
            _mention.With(1, arrival.Code).With(2, id).Run();
        }

        _writes.Clear();
    }

    public void Dispose()
    {
        _claim.Dispose();
        _known.Dispose();
        _renew.Dispose();
        _mention.Dispose();
    }

    private ShipmentVerdict Judge(ShipmentArrival arrival, EventOrder order)
    {
        if (!_codes.TryGetValue(arrival.Code, out List<KnownShipment>? known))
        {
            _codes[arrival.Code] = known = Known(arrival.Code);
        }

        ShipmentVerdict verdict = ShipmentJudgement.Of(known, arrival, order, out bool news);
        int place = known.FindIndex(one => one.Hash == arrival.Hash);
        if (place < 0)
        {
            _writes.Add((_claim, arrival));
            known.Add(new KnownShipment(arrival.Hash, arrival.Print, order));
        }
        else
        {
            _writes.Add((news ? _renew : null, arrival));
            known[place] = news ? new KnownShipment(arrival.Hash, arrival.Print, order) : known[place];
        }

        return verdict;
    }

    private List<KnownShipment> Known(string code)
    {
        List<KnownShipment> known = [];
        _known.With(1, code);
        try
        {
            while (_known.Next())
            {
                known.Add(new KnownShipment(_known.Text(0)!, _known.Blob(1), EventOrder.Of(_known, 2)));
            }
        }
        finally
        {
            _known.Reset();
        }

        return known;
    }
}
