using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// Indian phone numbers: ten digits. Blanks, hyphens, dots and brackets go, and so do <c>+91</c>, <c>0091</c>, <c>91</c>
/// before ten digits, and the trunk <c>0</c>.
/// </summary>
internal static class PhoneRule
{
    private const string Remedy = "Give the ten digits of one Indian number, e.g. 9876543210 or +91 98765 43210.";

    private static readonly char[] Separators = { '/', ',', ';', '|' };

    public static RuleAnswer Apply(string text)
    {
        if (text.Length == 10 && DigitText.AllDigits(text))
        {
            return RuleAnswer.Take(text);
        }

        text = DigitText.WithoutPointZero(CodeRule.WithoutTextMarker(DigitText.ToAscii(text)));
        if (DigitText.IsScientific(text))
        {
            return RuleAnswer.Refuse("is in scientific notation, so digits are lost", "Format the column as text in the spreadsheet and export it again.");
        }

        bool international = text.Length > 0 && text[0] == '+';
        string? digits = DigitsOf(international ? text.Substring(1) : text);
        if (digits is null)
        {
            return RuleAnswer.Refuse(
                text.IndexOfAny(Separators) >= 0 ? "holds more than one number, or something else beside it" : "is not a phone number",
                Remedy + " A second number goes into alt_phone.");
        }

        string national = National(digits, international);
        return national.Length == 10 ? RuleAnswer.Take(national)
            : international ? RuleAnswer.Refuse("is not an Indian number", Remedy)
            : RuleAnswer.Refuse($"has {digits.Length} digits, not 10", Remedy);
    }

    private static string National(string digits, bool international)
    {
        if (!international && digits.StartsWith("00", System.StringComparison.Ordinal) && digits.Length > 12)
        {
            digits = digits.Substring(2);
            international = true;
        }

        if ((international || digits.Length is 12 or 13) && digits.StartsWith("91", System.StringComparison.Ordinal))
        {
            digits = digits.Substring(2);
        }
        else if (international)
        {
            return "";
        }

        return digits.Length == 11 && digits[0] == '0' ? digits.Substring(1) : digits;
    }

    private static string? DigitsOf(string text)
    {
        char[] digits = new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (DigitText.IsDigit(c))
            {
                digits[length++] = c;
            }
            else if (c is not ('-' or '.' or '(' or ')' or '\u2010' or '\u2011' or '\u2013') && !char.IsWhiteSpace(c))
            {
                return null;
            }
        }

        return new string(digits, 0, length);
    }
}
