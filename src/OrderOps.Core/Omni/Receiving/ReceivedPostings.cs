using System.Text;

namespace OrderOps.Omni;

/// <summary>Makes what commands emit of what the inbox holds.</summary>
internal static class ReceivedPostings
{
    /// <param name="entry">The entry of the inbox.</param>
    /// <param name="withRaw">Whether the body is wanted beside what was read of it.</param>
    public static ReceivedPosting Of(InboxEntry entry, bool withRaw) => new(PostingReader.Read(entry.Body))
    {
        Delivery = entry.Delivery.ToString(),
        Attempt = entry.Attempt,
        Stale = entry.Stale,
        NewShipments = entry.NewShipments,
        SeenShipments = entry.SeenShipments,
        UpdatedShipments = entry.UpdatedShipments,
        Conflicts = entry.Conflicts,
        State = entry.State,
        Reason = entry.Reason,
        ReceivedAt = entry.ReceivedAt,
        InboxId = entry.Id,
        Receiver = entry.Receiver,
        Raw = withRaw ? Encoding.UTF8.GetString(entry.Body) : null,
    };
}
