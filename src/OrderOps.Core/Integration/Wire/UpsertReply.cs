namespace OrderOps.Integration;

/// <summary>A reply of the service, read.</summary>
/// <param name="Counts">What it counted; nothing where it gave no counts.</param>
/// <param name="Message">Its words as plain text; empty where it said nothing.</param>
/// <param name="Path">Where in the request it found fault; empty where it did not say.</param>
/// <param name="IsPage">Whether it is a web page and not the service's answer.</param>
internal sealed record UpsertReply(UpsertCounts? Counts, string Message, string Path, bool IsPage);

/// <summary>What the service counted in one request.</summary>
/// <param name="Inserted">New records.</param>
/// <param name="Updated">Records that changed.</param>
/// <param name="Skipped">Records that were the same or invalid; the service does not say which.</param>
internal sealed record UpsertCounts(int Inserted, int Updated, int Skipped);
