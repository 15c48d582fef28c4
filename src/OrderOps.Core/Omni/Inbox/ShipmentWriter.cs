using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>Claims the shipments of a delivery and judges those that are known.</summary>
internal sealed class ShipmentWriter : IDisposable
{
    private readonly PreparedStatement _claim;
    private readonly PreparedStatement _known;
    private readonly PreparedStatement _renew;
    private readonly PreparedStatement _mention;

    public ShipmentWriter(SqliteConnection connection)
    {
        _claim = new(
            connection,
            "INSERT INTO shipment (code, hash, print, event_time, message_id, delivery) VALUES ($0, $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            6);
        _known = new(connection, "SELECT hash, print, event_time, message_id, delivery FROM shipment WHERE code=$0", 1);
        _renew = new(
            connection, "UPDATE shipment SET print=$2, event_time=$3, message_id=$4, delivery=$5 WHERE code=$0 AND hash=$1", 6);
        _mention = new(connection, "INSERT INTO mention (code, delivery) VALUES ($0, $1) ON CONFLICT DO NOTHING", 2);
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
            _mention.Run(arrival.Code, id);
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
        bool claimed = _claim.Run(arrival.Code, arrival.Hash, arrival.Print, order.EventTime, order.MessageId, id) == 1;
        List<KnownShipment> known = Known(arrival, claimed);
        ShipmentVerdict verdict = ShipmentJudgement.Of(known, arrival, order, out bool news);
        if (!claimed && news)
        {
            _renew.Run(arrival.Code, arrival.Hash, arrival.Print, order.EventTime, order.MessageId, id);
        }

        return verdict;
    }

    // What was just claimed is not known from before.
    private List<KnownShipment> Known(ShipmentArrival arrival, bool claimed)
    {
        List<KnownShipment> known = [];
        using SqliteDataReader reader = _known.Read(arrival.Code);
        while (reader.Read())
        {
            string hash = reader.GetString(0);
            if (!claimed || hash != arrival.Hash)
            {
                known.Add(new KnownShipment(hash, (byte[])reader.GetValue(1), reader.ReadOrder(2)));
            }
        }

        return known;
    }
}
