using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>One thing to send, with the one result that it will end as.</summary>
internal interface ISendWork
{
    /// <summary>Filled in as it goes; settled when its batch comes back.</summary>
    OrderResult Result { get; }

    /// <summary>What tells it from all others of its operation.</summary>
    OrderIdentity Identity { get; }

    /// <summary>Whether it does no harm to ask for it twice.</summary>
    bool IsRepeatable { get; }

    /// <summary>What the journal knew of it before this run; nothing without a journal, and where it was never sent.</summary>
    JournalEntry? Earlier { get; set; }

    /// <summary>Hashes its wire entry, which is kept for the request; safe on any one thread at a time.</summary>
    ulong HashContent();
}
