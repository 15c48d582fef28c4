using System;

namespace OrderOps.Rules;

/// <summary>Pieces: a whole number of at least 1.</summary>
internal static class QuantityRule
{
    private const string Remedy = "Give a whole number of at least 1.";

    public static RuleAnswer Apply(string text)
    {
        RuleAnswer number = NumberText.Read(text, grouping: true);
        if (number.Refused)
        {
            return RuleAnswer.Refuse(number.Problem!, Remedy);
        }

        decimal pieces = NumberText.ValueOf(number.Value);
        return pieces != Math.Truncate(pieces) ? RuleAnswer.Refuse("is not a whole number", Remedy)
            : pieces < 1 ? RuleAnswer.Refuse("is less than 1", Remedy)
            : pieces > 1_000_000 ? RuleAnswer.Refuse("is more than 1000000 pieces", Remedy)
            : RuleAnswer.Take(DigitText.AllDigits(number.Value) ? number.Value : NumberText.Write(Math.Truncate(pieces)));
    }
}
