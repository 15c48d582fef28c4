using System;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary><c>yes</c> or <c>no</c>, as on the wire.</summary>
internal static class YesNoRule
{
    private static readonly string[] Yes = { "yes", "y", "true", "1" };
    private static readonly string[] No = { "no", "n", "false", "0" };

    public static RuleAnswer Apply(string text) =>
        IsOne(text, Yes) ? RuleAnswer.Take("yes")
        : IsOne(text, No) ? RuleAnswer.Take("no")
        : RuleAnswer.Refuse("is neither yes nor no", "Give yes or no, or leave it blank.");

    private static bool IsOne(string text, string[] words)
    {
        foreach (string word in words)
        {
            if (string.Equals(text, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
