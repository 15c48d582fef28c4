using System;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>Lengths in cm and weights in kg, above 0. A unit that is written out is taken at its word and converted.</summary>
internal static class MeasureRule
{
    private static readonly (string Unit, decimal Factor)[] Lengths =
    {
        ("cm", 1m), ("cms", 1m), ("centimeter", 1m), ("centimeters", 1m), ("centimetre", 1m), ("centimetres", 1m),
        ("mm", 0.1m), ("m", 100m), ("in", 2.54m), ("inch", 2.54m), ("inches", 2.54m), ("\"", 2.54m),
    };

    private static readonly (string Unit, decimal Factor)[] Weights =
    {
        ("kg", 1m), ("kgs", 1m), ("kilogram", 1m), ("kilograms", 1m),
        ("g", 0.001m), ("gm", 0.001m), ("gms", 0.001m), ("gram", 0.001m), ("grams", 0.001m),
    };

    public static RuleAnswer Length(string text) =>
        Apply(text, Lengths, "cm", "Give a length above 0 in cm, e.g. 12.5 or 12.5 cm.", largestExpected: 300);

    public static RuleAnswer Weight(string text) =>
        Apply(text, Weights, "kg", "Give a weight above 0 in kg, e.g. 0.5 or 500 g.", largestExpected: 100);

    private static RuleAnswer Apply(string text, (string Unit, decimal Factor)[] units, string unit, string remedy, int largestExpected)
    {
        int end = text.Length;
        while (end > 0 && (char.IsLetter(text[end - 1]) || text[end - 1] is '"' or '.') && !DigitText.IsScientific(text))
        {
            end--;
        }

        string suffix = text.Substring(end).TrimEnd('.');
        if (!TryFactor(suffix, units, out decimal factor))
        {
            return RuleAnswer.Refuse($"is not in {unit}", remedy);
        }

        // Here 1,250 is 1.25 as often as 1250, so no comma is taken.
        RuleAnswer number = NumberText.Read(CleanText.Of(text.Substring(0, end)), grouping: false);
        if (number.Refused)
        {
            return RuleAnswer.Refuse(number.Problem!, remedy);
        }

        if (NumberText.IsZero(number.Value))
        {
            return RuleAnswer.Refuse("is 0", remedy);
        }

        string value = factor == 1m ? number.Value : NumberText.WithoutEndZeros(NumberText.Write(NumberText.ValueOf(number.Value) * factor));
        if (NumberText.IsZero(value))
        {
            return RuleAnswer.Refuse("is 0 once converted", remedy);
        }

        return NumberText.ValueOf(value) <= largestExpected
            ? RuleAnswer.Take(value)
            : RuleAnswer.Note(value, $"is a lot for a parcel, and goes out as {value} {unit}", remedy);
    }

    private static bool TryFactor(string suffix, (string Unit, decimal Factor)[] units, out decimal factor)
    {
        factor = 1m;
        if (suffix.Length == 0)
        {
            return true;
        }

        foreach ((string unit, decimal unitFactor) in units)
        {
            if (string.Equals(unit, suffix, StringComparison.OrdinalIgnoreCase))
            {
                factor = unitFactor;
                return true;
            }
        }

        return false;
    }
}
