using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Rules;

/// <summary>Gathers what the rules notice in one order.</summary>
internal sealed class FindingList
{
    private const int LongestValue = 80;

    private List<Finding>? _findings;

    public FindingList(IReadOnlyList<Finding>? earlier)
    {
        if (earlier is not { Count: > 0 })
        {
            return;
        }

        _findings = new List<Finding>(earlier);
        foreach (Finding finding in earlier)
        {
            HasErrors |= finding.IsError;
        }
    }

    public bool HasErrors { get; private set; }

    public IReadOnlyList<Finding> All => (IReadOnlyList<Finding>?)_findings ?? Array.Empty<Finding>();

    /// <summary>Whether an error was noticed in this field.</summary>
    public bool Stops(string field)
    {
        if (HasErrors)
        {
            foreach (Finding finding in _findings!)
            {
                if (finding.IsError && finding.Field == field)
                {
                    return true;
                }
            }
        }

        return false;
    }

    public void Error(string field, string value, string problem, string remedy)
    {
        HasErrors = true;
        Add(Finding.Error, field, value, problem, remedy);
    }

    public void Warning(string field, string value, string problem, string remedy) => Add(Finding.Warning, field, value, problem, remedy);

    private void Add(string severity, string field, string value, string problem, string remedy)
    {
        string shown = Shorten(value);
        string message = shown.Length == 0 ? $"{field} {problem}." : $"{field} '{shown}' {problem}.";
        (_findings ??= new List<Finding>()).Add(new Finding(severity, field, shown, message, remedy));
    }

    private static string Shorten(string value)
    {
        if (value.Length <= LongestValue)
        {
            return value;
        }

        int kept = LongestValue - 1;
        return value.Substring(0, char.IsHighSurrogate(value[kept - 1]) ? kept - 1 : kept) + "…";
    }
}
