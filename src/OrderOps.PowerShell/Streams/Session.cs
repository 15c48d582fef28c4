using System;
using System.Collections.Generic;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Connections;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Streams;

/// <summary>What the module remembers, for one PowerShell session (runspace) each.</summary>
internal sealed class Session
{
    private const int RunsKept = 100;

    private static readonly ConditionalWeakTable<Runspace, Session> Sessions = new();

    private readonly List<RunSummary> _runs = new();
    private ExchangeTrace? _lastTrace;

    /// <summary>The session of the thread that asks.</summary>
    public static Session Current => Sessions.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The named connections.</summary>
    public IDictionary<string, OrderOpsConnection> Connections { get; } =
        new SortedDictionary<string, OrderOpsConnection>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sandboxes that were started and not stopped.</summary>
    public IList<SandboxBox> Sandboxes { get; } = new List<SandboxBox>();

    /// <summary>The last runs, the oldest first.</summary>
    public IReadOnlyList<RunSummary> Runs => _runs;

    /// <summary>The exchanges of the last run that had any.</summary>
    public ExchangeTrace? LastTrace => _lastTrace;

    /// <summary>Remembers a run that begins.</summary>
    public void Begin(RunSummary run)
    {
        _runs.Add(run);
        if (_runs.Count > RunsKept)
        {
            _runs.RemoveAt(0);
        }
    }

    /// <summary>Remembers the exchanges of a run.</summary>
    public void Remember(ExchangeTrace trace) => _lastTrace = trace;
}
