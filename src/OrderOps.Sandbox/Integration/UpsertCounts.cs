namespace OrderOps.Sandbox.Integration;

/// <summary>How many rows were new, changed, and unchanged or invalid.</summary>
internal readonly struct UpsertCounts(long inserted, long updated, long skipped)
{
    public long Inserted { get; } = inserted;

    public long Updated { get; } = updated;

    public long Skipped { get; } = skipped;
}
