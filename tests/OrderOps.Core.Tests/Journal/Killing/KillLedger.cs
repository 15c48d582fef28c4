#if NET
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OrderOps.Journal;
using OrderOps.Sandbox;

namespace OrderOps.Tests.Journal.Killing;

/// <summary>What requests carried, as the sandbox saw them arrive, held against what the journal says between two runs.</summary>
internal sealed class KillLedger(string journalPath)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _carried = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _unknown = new(StringComparer.Ordinal);

    /// <summary>Requests that arrived.</summary>
    public long Requests { get; private set; }

    /// <summary>How often each order came.</summary>
    public IReadOnlyDictionary<string, int> Carried
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, int>(_carried);
            }
        }
    }

    /// <summary>Orders that came more often than once, and once more for each time that the journal called them Unknown.</summary>
    public IReadOnlyList<string> Unexplained =>
        Carried.Where(order => order.Value > 1 + _unknown.GetValueOrDefault(order.Key)).Select(order => order.Key).ToArray();

    /// <summary>How often an order came that had come before.</summary>
    public int SentAgain => Carried.Sum(order => order.Value - 1);

    /// <summary>Sees a request before anything of it is taken.</summary>
    public void Arrive(SandboxRequest request)
    {
        lock (_gate)
        {
            Requests++;
            foreach (string order in request.Keys)
            {
                _carried[order] = _carried.GetValueOrDefault(order) + 1;
            }
        }
    }

    /// <summary>Reads, between two runs, what the next one may send again.</summary>
    /// <returns>The outcome of each order of the journal.</returns>
    public IReadOnlyDictionary<string, string> ReadJournal()
    {
        // An order that stands in it twice throws here.
        Dictionary<string, string> known = Entries().ToDictionary(entry => entry.OrderNumber, entry => entry.Outcome, StringComparer.Ordinal);
        foreach (string order in known.Where(order => order.Value is "Unknown" or "Sending").Select(order => order.Key))
        {
            _unknown[order] = _unknown.GetValueOrDefault(order) + 1;
        }

        return known;
    }

    private JournalEntry[] Entries()
    {
        try
        {
            using SqliteJournal journal = SqliteJournal.Open(new JournalOptions { Path = journalPath, ReadOnly = true });
            return journal.Find(new JournalQuery()).ToArray();
        }
        catch (StoreException none) when (none.ErrorId == "StoreMissing")
        {
            // The first process died before it could make it.
            return [];
        }
    }
}
#endif
