using System;

namespace OrderOps.Omni;

/// <summary>
/// The Get Credential address: who asks there is handed a header with a value (vendor page: called by <c>GET</c> after
/// a 401; the pairs of the answered JSON object are the headers from then on).
/// </summary>
/// <param name="Path">The path below the prefix. Whoever knows it gets in, so it should be hard to guess.</param>
/// <param name="Header">The name of the header.</param>
/// <param name="Lifetime">For how long the same value is handed out.</param>
/// <param name="Overlap">For how long a value is good after the next could have been had.</param>
/// <param name="PerMinute">Times a minute that a value is handed out, at the most.</param>
/// <param name="Audit">Is told of every call: the time, the caller's address and what came of it. Never a value.</param>
internal sealed record CredentialOffer(string Path, string Header, TimeSpan Lifetime, TimeSpan Overlap, int PerMinute, Action<CredentialCall> Audit);

/// <summary>One call of the Get Credential address.</summary>
/// <param name="At">When it came.</param>
/// <param name="Remote">From where.</param>
/// <param name="Outcome"><c>HandedOut</c>, <c>Rotated</c> (the first with a new value) or <c>RateLimited</c>.</param>
internal sealed record CredentialCall(DateTimeOffset At, string? Remote, string Outcome);
