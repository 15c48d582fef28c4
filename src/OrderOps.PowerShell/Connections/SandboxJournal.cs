using System;
using System.Collections.Concurrent;
using System.IO;

namespace OrderOps.PowerShell.Connections;

/// <summary>
/// The journal of what is sent to one sandbox: a temporary file that goes away with it, so that trying things out leaves
/// no trace among what was really sent. Whoever sends to the sandbox's port uses it, in whatever runspace of the process.
/// </summary>
internal sealed class SandboxJournal
{
    private static readonly ConcurrentDictionary<int, SandboxJournal> ByPort = new();

    private readonly string _folder;
    private readonly int _port;

    static SandboxJournal() => AppDomain.CurrentDomain.ProcessExit += static (_, _) =>
    {
        foreach (SandboxJournal journal in ByPort.Values)
        {
            journal.Delete();
        }
    };

    /// <summary>Makes one; its file is made by the first run that writes to it.</summary>
    /// <param name="sandbox">Where the sandbox listens.</param>
    public SandboxJournal(Uri sandbox)
    {
        _port = sandbox.Port;
        _folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "OrderOps-sandbox-" + Guid.NewGuid().ToString("N"));
        Path = System.IO.Path.Combine(_folder, "journal.db");
        ByPort[_port] = this;
    }

    /// <summary>Its file.</summary>
    public string Path { get; }

    /// <summary>The journal's file where an address is a sandbox's of this process; nothing for any other.</summary>
    public static string? Of(Uri address) =>
        address.IsLoopback && ByPort.TryGetValue(address.Port, out SandboxJournal? journal) ? journal.Path : null;

    /// <summary>Deletes it.</summary>
    public void Delete()
    {
        if (ByPort.TryGetValue(_port, out SandboxJournal? own) && own == this)
        {
            ByPort.TryRemove(_port, out _);
        }

        try
        {
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A run is still at it: its folder is a temporary one.
        }
    }
}
