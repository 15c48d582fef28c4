using System;

namespace OrderOps.Omni;

/// <summary>Tells whether a shipment that comes again is still the same.</summary>
internal static class ShipmentHash
{
    /// <summary>A hash of codes, invoice ids, items, quantities, amounts and taxes, with its version in front.</summary>
    public static string Of(OmniShipment shipment) => throw new NotImplementedException();

    /// <summary>All that a later comparison needs, without personal data and without the body: some 10 bytes a member.</summary>
    public static byte[] Print(OmniShipment shipment) => throw new NotImplementedException();

    /// <summary>
    /// What the later shipment is to the earlier one, by their prints. Postings come in any order: the earlier one is the
    /// one whose posting is older by eventTime and messageId, not the one that came first.
    /// </summary>
    public static ShipmentChange Compare(byte[] earlier, byte[] later) => throw new NotImplementedException();
}
