using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace OrderOps.Omni;

/// <summary>Keeps who asked for credentials, and what came of it, in a file beside the inbox. The values never enter it.</summary>
internal sealed class CredentialAudit
{
    private const int UntoldKept = 100;

    private readonly object _gate = new();
    private readonly string _path;
    private readonly ConcurrentQueue<string> _untold = new();

    /// <summary>Makes one.</summary>
    /// <param name="inboxPath">The file of the inbox.</param>
    public CredentialAudit(string inboxPath) => _path = inboxPath + ".credentials.log";

    /// <summary>Writes a call down.</summary>
    public void Add(CredentialCall call)
    {
        string line = string.Format(CultureInfo.InvariantCulture, "{0:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {1} {2}", call.At.UtcDateTime, call.Remote ?? "-", call.Outcome);
        lock (_gate)
        {
            Journal.OwnerOnly.MakeFile(_path);
            File.AppendAllText(_path, line + "\n", new UTF8Encoding(false));
        }

        if (_untold.Count < UntoldKept)
        {
            _untold.Enqueue($"Credentials were asked for by {call.Remote ?? "an unknown address"}: {call.Outcome}.");
        }
    }

    /// <summary>Calls that nobody was told of yet, in words.</summary>
    public IEnumerable<string> Untold()
    {
        while (_untold.TryDequeue(out string? line))
        {
            yield return line;
        }
    }
}
