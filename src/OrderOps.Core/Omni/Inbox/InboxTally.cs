namespace OrderOps.Omni;

/// <summary>Counts what came since the inbox was opened.</summary>
internal sealed class InboxTally
{
    private readonly CommitTimes _commits = new();
    private readonly object _gate = new();
    private readonly InboxCounters _counters = new();

    /// <summary>A delivery that is on disk.</summary>
    /// <param name="stored">What it is.</param>
    /// <param name="ticks">How long it took, in ticks of the stopwatch.</param>
    public void Add(StoredDelivery stored, long ticks)
    {
        _commits.Add(ticks);
        lock (_gate)
        {
            _counters.Received++;
            _counters.Stored += stored.Kind == DeliveryKind.Redelivered ? 0 : 1;
            _counters.DuplicateDeliveries += stored.Kind == DeliveryKind.Redelivered ? 1 : 0;
            _counters.ChangedDeliveries += stored.Kind == DeliveryKind.Changed ? 1 : 0;
            _counters.Quarantined += stored.Kind == DeliveryKind.Quarantined ? 1 : 0;
            _counters.DuplicateShipments += stored.SeenShipments.Count + stored.UpdatedShipments.Count;
            _counters.Conflicts += stored.Conflicts.Count;
        }
    }

    /// <summary>One that could not be stored.</summary>
    public void AddRefused()
    {
        lock (_gate)
        {
            _counters.Received++;
            _counters.Refused++;
        }
    }

    /// <summary>A copy.</summary>
    public InboxCounters Read()
    {
        lock (_gate)
        {
            return new InboxCounters
            {
                Received = _counters.Received,
                Stored = _counters.Stored,
                DuplicateDeliveries = _counters.DuplicateDeliveries,
                ChangedDeliveries = _counters.ChangedDeliveries,
                Quarantined = _counters.Quarantined,
                DuplicateShipments = _counters.DuplicateShipments,
                Conflicts = _counters.Conflicts,
                Refused = _counters.Refused,
                CommitMilliseconds50 = _commits.Percentile(50),
                CommitMilliseconds99 = _commits.Percentile(99),
            };
        }
    }
}
