using System;
using System.Collections.Generic;
using System.Globalization;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>Gathers where a posting departs from the vendor's table, and no more of it than somebody reads.</summary>
internal sealed class PostingFindings
{
    private const int Most = 100;
    private const int LongestValue = 80;
    private const string AskSender = "Ask the sender if it matters; the posting is used all the same.";

    private List<Finding>? _findings;
    private int _unsaid;

    public IReadOnlyList<Finding> All
    {
        get
        {
            if (_unsaid > 0)
            {
                string unsaid = _unsaid.ToString(CultureInfo.InvariantCulture);
                _findings!.Add(new Finding(Finding.Warning, "", "", $"The posting has {unsaid} findings more.", AskSender));
                _unsaid = 0;
            }

            return (IReadOnlyList<Finding>?)_findings ?? [];
        }
    }

    /// <summary>Notes a departure that does not make the posting unusable.</summary>
    /// <param name="field">Where it is.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="problem">What is wrong with it, as the rest of a sentence.</param>
    public void Warn(string field, string value, string problem)
    {
        if (_findings?.Count >= Most - 1)
        {
            _unsaid++;
            return;
        }

        string shown = Shorten(value);
        (_findings ??= new List<Finding>()).Add(new Finding(Finding.Warning, field, shown, shown.Length == 0 ? $"{field} {problem}." : $"{field} '{shown}' {problem}.", AskSender));
    }

    /// <summary>Notes why the posting is not usable, before all else.</summary>
    public void Refuse(string reason)
    {
        string sentence = reason.Substring(reason.IndexOf(": ", StringComparison.Ordinal) + 2);
        (_findings ??= new List<Finding>()).Insert(0, new Finding(
            Finding.Error,
            "",
            "",
            char.ToUpperInvariant(sentence[0]) + sentence.Substring(1),
            "Ask the sender to mend it and to send it again; what came is kept as it came."));
    }

    /// <summary>A value, short enough for a message.</summary>
    public static string Shorten(string value)
    {
        if (value.Length <= LongestValue)
        {
            return value;
        }

        int kept = LongestValue - 1;
        return value.Substring(0, char.IsHighSurrogate(value[kept - 1]) ? kept - 1 : kept) + "…";
    }
}
