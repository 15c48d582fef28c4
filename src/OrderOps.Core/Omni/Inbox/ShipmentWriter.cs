using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Claims the shipments of a delivery and judges those that are known.</summary>
internal sealed class ShipmentWriter : IDisposable
{
    private readonly RawStatement _claim;
    private readonly RawStatement _known;
    private readonly RawStatement _renew;
    private readonly RawStatement _mention;

    public ShipmentWriter(SqliteConnection connection)
    {
        _claim = new(
            connection, "INSERT INTO shipment (code, hash, print, event_time, message_id, delivery) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING");
        _known = new(connection, "SELECT hash, print, event_time, message_id FROM shipment WHERE code=?1");
        _renew = new(connection, "UPDATE shipment SET print=?3, event_time=?4, message_id=?5, delivery=?6 WHERE code=?1 AND hash=?2");
        _mention = new(connection, "INSERT INTO mention (code, delivery) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
    }

    /// <summary>Writes the shipments of one delivery.</summary>
    public ShipmentVerdicts Write(PreparedDelivery delivery, long id)
    {
        if (delivery.Shipments.Count == 0)
        {
            return ShipmentVerdicts.None;
        }

        Dictionary<string, ShipmentVerdict> verdicts = new(StringComparer.Ordinal);
        foreach (ShipmentArrival arrival in delivery.Shipments)
        {
            ShipmentVerdict verdict = Write(arrival, delivery.Order, id);

            // Twice in one posting with other content is a conflict, whichever stands first.
            bool twice = verdicts.TryGetValue(arrival.Code, out ShipmentVerdict before);
            verdicts[arrival.Code] = twice && verdict != ShipmentVerdict.Conflict ? before : verdict;
            _mention.With(1, arrival.Code).With(2, id).Run();
        }

        return ShipmentVerdicts.Of(verdicts);
    }

    public void Dispose()
    {
        _claim.Dispose();
        _known.Dispose();
        _renew.Dispose();
        _mention.Dispose();
    }

    private ShipmentVerdict Write(ShipmentArrival arrival, EventOrder order, long id)
    {
        bool claimed = Run(_claim, arrival, order, id) == 1;
        List<KnownShipment> known = Known(arrival, claimed);
        ShipmentVerdict verdict = ShipmentJudgement.Of(known, arrival, order, out bool news);
        if (!claimed && news)
        {
            Run(_renew, arrival, order, id);
        }

        return verdict;
    }

    private static int Run(RawStatement statement, ShipmentArrival arrival, EventOrder order, long id) =>
        statement.With(1, arrival.Code).With(2, arrival.Hash).With(3, arrival.Print).With(4, order.EventTime).With(5, order.MessageId).With(6, id).Run();

    // What was just claimed is not known from before.
    private List<KnownShipment> Known(ShipmentArrival arrival, bool claimed)
    {
        List<KnownShipment> known = [];
        _known.With(1, arrival.Code);
        try
        {
            while (_known.Next())
            {
                string hash = _known.Text(0)!;
                if (!claimed || hash != arrival.Hash)
                {
                    known.Add(new KnownShipment(hash, _known.Blob(1), EventOrder.Of(_known, 2)));
                }
            }
        }
        finally
        {
            _known.Reset();
        }

        return known;
    }
}
