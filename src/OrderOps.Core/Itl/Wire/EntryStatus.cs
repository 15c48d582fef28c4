using System;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>What an entry's <c>status</c> says. A word that is neither kind leaves the outcome unknown.</summary>
internal enum EntryStatus
{
    Unclear,
    Success,
    Failure,
}

/// <summary>Reads the word.</summary>
internal static class EntryStatusWord
{
    private static readonly string[] Failures = { "error", "failed", "fail", "failure", "false", "rejected", "invalid", "duplicate" };

    public static EntryStatus Read(string? status)
    {
        string word = CleanText.Of(status);
        if (word.Equals("success", StringComparison.OrdinalIgnoreCase))
        {
            return EntryStatus.Success;
        }

        foreach (string failure in Failures)
        {
            if (word.Equals(failure, StringComparison.OrdinalIgnoreCase))
            {
                return EntryStatus.Failure;
            }
        }

        return EntryStatus.Unclear;
    }
}
