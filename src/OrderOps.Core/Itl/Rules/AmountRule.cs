using System;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>Amounts in INR and rates in percent: 0 or more, with or without a rupee sign and thousands separators.</summary>
internal static class AmountRule
{
    private static readonly string[] Rupees = { "₹", "₨", "Rs.", "Rs", "INR" };
    private static readonly string[] OtherCurrencies = { "$", "€", "£", "¥", "USD", "EUR", "GBP", "AED" };

    public static RuleAnswer Apply(string text)
    {
        if (text.Length > 0 && DigitText.IsDigit(text[0]) && DigitText.IsDigit(text[text.Length - 1]))
        {
            return NumberText.Read(text, grouping: true);
        }

        foreach (string currency in OtherCurrencies)
        {
            if (text.IndexOf(currency, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return RuleAnswer.Refuse("is in another currency", "Convert it: the service takes amounts in INR.");
            }
        }

        return NumberText.Read(WithoutRupees(text), grouping: true);
    }

    /// <summary>A rate: the same, with or without a percent sign.</summary>
    public static RuleAnswer ApplyToRate(string text)
    {
        RuleAnswer answer = Apply(text.Length > 0 && text[text.Length - 1] == '%' ? CleanText.Of(text.Substring(0, text.Length - 1)) : text);
        return answer.Refused || NumberText.ValueOf(answer.Value) <= 100
            ? answer
            : RuleAnswer.Note(answer.Value, "is a rate above 100 percent", "Give the rate in percent, e.g. 18.");
    }

    private static string WithoutRupees(string text)
    {
        if (text.EndsWith("/-", StringComparison.Ordinal))
        {
            text = CleanText.Of(text.Substring(0, text.Length - 2));
        }

        foreach (string sign in Rupees)
        {
            if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return CleanText.Of(text.Substring(sign.Length));
            }

            if (text.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return CleanText.Of(text.Substring(0, text.Length - sign.Length));
            }
        }

        return text;
    }
}
