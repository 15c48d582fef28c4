using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>What the inbox knows of a shipment: the content that one of its postings brought.</summary>
/// <param name="Hash">The hash of what makes it that business fact.</param>
/// <param name="Print">What a comparison needs.</param>
/// <param name="Order">That posting's place among the order's.</param>
internal sealed record KnownShipment(string Hash, byte[] Print, EventOrder Order);

/// <summary>Decides what an arriving shipment is, next to what is known of its code.</summary>
internal static class ShipmentJudgement
{
    /// <summary>Judges a shipment.</summary>
    /// <param name="known">All contents that are known of its code, the arriving one's hash perhaps among them.</param>
    /// <param name="arrival">The shipment.</param>
    /// <param name="order">Its posting's place among the order's.</param>
    /// <param name="news">Whether it tells more than what is known, so that later ones are to be compared with it.</param>
    public static ShipmentVerdict Of(IReadOnlyList<KnownShipment> known, ShipmentArrival arrival, EventOrder order, out bool news)
    {
        if (known.Count == 0)
        {
            news = true;
            return ShipmentVerdict.New;
        }

        // A conflict's two contents are both kept, and each is only news once.
        KnownShipment with = Same(known, arrival.Hash) ?? Latest(known);
        bool late = order.IsOlderThan(with.Order);
        ShipmentChange change = late ? ShipmentHash.Compare(arrival.Print, with.Print) : ShipmentHash.Compare(with.Print, arrival.Print);
        news = !late && change != ShipmentChange.Seen;
        return change switch
        {
            ShipmentChange.Conflict => ShipmentVerdict.Conflict,

            // What comes late lacks what the later posting told already.
            ShipmentChange.Updated when !late => ShipmentVerdict.Updated,
            _ => ShipmentVerdict.Seen,
        };
    }

    private static KnownShipment? Same(IReadOnlyList<KnownShipment> known, string hash)
    {
        foreach (KnownShipment one in known)
        {
            if (one.Hash == hash)
            {
                return one;
            }
        }

        return null;
    }

    private static KnownShipment Latest(IReadOnlyList<KnownShipment> known)
    {
        KnownShipment latest = known[0];
        foreach (KnownShipment one in known)
        {
            latest = latest.Order.IsOlderThan(one.Order) ? one : latest;
        }

        return latest;
    }
}
