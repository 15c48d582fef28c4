using System;

namespace OrderOps.Omni;

/// <summary>Where an inbox is and how long it keeps what.</summary>
internal sealed class InboxOptions
{
    /// <summary>The file; <see langword="null"/> for <c>inbox.db</c> in the local data folder.</summary>
    public string? Path { get; set; }

    /// <summary>The name of the receiver; messageIds are unique within one.</summary>
    public string Receiver { get; set; } = "default";

    /// <summary>How long bodies of delivered postings are kept.</summary>
    public TimeSpan BodyRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long identities and hashes are kept.</summary>
    public TimeSpan IdentityRetention { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Whether it removes by itself what is past its retention; only who was told the retention may.</summary>
    public bool Prunes { get; set; }

    /// <summary>Opens an existing file for looking only; nothing is created or written.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>How long a write waits for another process, well within the sender's 45 s.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public TimeProvider Time { get; set; } = TimeProvider.System;
}
