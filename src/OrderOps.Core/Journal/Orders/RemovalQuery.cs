using System;
using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>Which orders are to be removed for good: those before a moment, or those of some keys.</summary>
/// <param name="Before">Last sent before this moment; those that are Unknown stay, as nobody knows yet what became of them.</param>
/// <param name="Keys">With these keys, as people read them, whatever became of them.</param>
internal sealed record RemovalQuery(DateTimeOffset? Before = null, IReadOnlyList<string>? Keys = null);

/// <summary>What was removed, and what stayed.</summary>
/// <param name="Orders">Orders that are gone.</param>
/// <param name="Runs">Runs that are gone.</param>
/// <param name="Unsettled">Orders that stayed, as their outcome is not known or a run has them in hand.</param>
/// <param name="Erased">Whether nothing of them is left in the file and its log; not where the disk has no room to write it anew, or another process reads or writes without a pause.</param>
internal sealed record Removal(long Orders, long Runs, long Unsettled, bool Erased = true);
