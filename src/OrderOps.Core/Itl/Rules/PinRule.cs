using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>Indian PIN codes: six digits. Blanks, hyphens and the apostrophe of a spreadsheet go.</summary>
internal static class PinRule
{
    private const string Remedy = "Give the six digits of the PIN code, e.g. 400094.";

    public static RuleAnswer Apply(string text)
    {
        string pin = text.Length == 6 ? text : "";
        if (!DigitText.AllDigits(pin))
        {
            text = DigitText.WithoutPointZero(CodeRule.WithoutTextMarker(DigitText.ToAscii(text)));
            if (DigitText.IsScientific(text))
            {
                return RuleAnswer.Refuse("is in scientific notation, so digits are lost", "Format the column as text in the spreadsheet and export it again.");
            }

            pin = WithoutBlanks(text);
        }

        if (!DigitText.AllDigits(pin))
        {
            return RuleAnswer.Refuse("is not a PIN code", Remedy);
        }

        return pin.Length != 6 ? RuleAnswer.Refuse($"has {pin.Length} digits, not 6", Remedy)
            : pin[0] == '0' ? RuleAnswer.Note(pin, "begins with 0, as no Indian PIN code does", Remedy)
            : RuleAnswer.Take(pin);
    }

    private static string WithoutBlanks(string text)
    {
        char[] kept = new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && c != '-')
            {
                kept[length++] = c;
            }
        }

        return new string(kept, 0, length);
    }
}
