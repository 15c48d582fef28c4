namespace OrderOps.Omni;

/// <summary>What one delivery of a posting is, next to those that came before.</summary>
internal enum DeliveryKind
{
    /// <summary>Its messageId was not known.</summary>
    New,

    /// <summary>Its messageId and body are known: it gets the first answer again and emits nothing.</summary>
    Redelivered,

    /// <summary>Its messageId is known with another body: stored and emitted, with a flag.</summary>
    Changed,

    /// <summary>It can't be a posting: stored with the reason, not emitted.</summary>
    Quarantined,
}
