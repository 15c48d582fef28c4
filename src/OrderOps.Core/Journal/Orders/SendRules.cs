namespace OrderOps.Journal;

/// <summary>What a run may send that an earlier run sent already.</summary>
/// <param name="ResendUnknown">Also what may have arrived.</param>
/// <param name="ResendAccepted">Also what was accepted.</param>
/// <param name="SkipUnchanged">Not even what may be repeated, where it was accepted with the same content.</param>
internal sealed record SendRules(bool ResendUnknown = false, bool ResendAccepted = false, bool SkipUnchanged = false);
