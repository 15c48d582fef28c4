using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>Which postings are to be removed for good, with their bodies and what is known of their shipments.</summary>
/// <param name="Before">Received before this moment.</param>
/// <param name="OrderCodes">Of these orders.</param>
internal sealed record InboxRemovalQuery(DateTimeOffset? Before = null, IReadOnlyList<string>? OrderCodes = null);

/// <summary>What was removed from an inbox, and what stayed.</summary>
/// <param name="Postings">Postings that are gone.</param>
/// <param name="Shipments">Shipments that are not known any more.</param>
/// <param name="Undelivered">Postings that stayed, as no command has taken them yet, or they were put aside.</param>
/// <param name="Erased">Whether nothing of them is left in the file's log; not while another process reads without a pause.</param>
internal sealed record InboxRemoval(long Postings, long Shipments, long Undelivered, bool Erased = true);
