namespace OrderOps.Transport;

/// <summary>What it would mean if the service took the same request twice.</summary>
public enum RepeatPolicy
{
    /// <summary>Syncs and creates: a second one could be a second paid label, so what may have arrived is never sent again.</summary>
    Once,

    /// <summary>Cancel, upsert, update, delete: taken twice is the same as taken once.</summary>
    Idempotent,

    /// <summary>Reads: always safe.</summary>
    Read,
}
