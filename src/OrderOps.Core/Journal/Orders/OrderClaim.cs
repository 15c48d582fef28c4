namespace OrderOps.Journal;

/// <summary>An order that is about to be sent.</summary>
/// <param name="Operation">What is asked of the service, such as <c>Sync</c>.</param>
/// <param name="Key">The order.</param>
/// <param name="Content">Hash of its normalised wire entry, without credentials and without dates that were filled in.</param>
/// <param name="Repeatable">Whether it does no harm to ask twice.</param>
internal readonly record struct OrderClaim(string Operation, OrderIdentity Key, ulong Content, bool Repeatable)
{
    /// <summary>
    /// Changes whenever the same order would be hashed otherwise, so that nothing passes for changed by a new version of
    /// OrderOps: hashes of other versions are read as 0, for "not known".
    /// </summary>
    public const int ContentVersion = 1;
}
