using System;

namespace OrderOps.Omni;

/// <summary>One body that came in and passed the credentials.</summary>
/// <param name="receiver">The name of the receiver that took it: messageIds are unique within one.</param>
/// <param name="body">The body as it came, to the byte.</param>
/// <param name="receivedAt">When it came.</param>
/// <param name="reading">What could be read of it.</param>
/// <param name="remote">The address it came from, where known.</param>
internal sealed class InboxDelivery(string receiver, byte[] body, DateTimeOffset receivedAt, PostingReading reading, string? remote = null)
{
    public string Receiver { get; } = receiver;

    public byte[] Body { get; } = body;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    public PostingReading Reading { get; } = reading;

    public string? Remote { get; } = remote;
}
