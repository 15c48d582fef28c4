using System;
using System.Globalization;
using System.Text;

namespace OrderOps.Rules;

/// <summary>
/// Reads a number of 0 or more as it stands in exports and writes it the one way that goes on the wire: digits, and a
/// point before decimals. A comma counts as a thousands sign only where it can't be anything else.
/// </summary>
internal static class NumberText
{
    /// <summary>Nothing that is sent is this large; what is, is a code in the wrong column.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    private const string PointRemedy = "Write it with a point before the decimals and nothing else, e.g. 1299.50.";

    /// <param name="text">The number, without currency or unit.</param>
    /// <param name="grouping">Whether thousands may be separated, by commas or blanks, in the Western or Indian way.</param>
    public static RuleAnswer Read(string text, bool grouping)
    {
        if (IsPlain(text))
        {
            return RuleAnswer.Take(text);
        }

        text = CleanText.Of(DigitText.ToAscii(text));
        if (DigitText.IsScientific(text))
        {
            return RuleAnswer.Refuse("is in scientific notation, so digits may be lost",
                "Format the column as text in the spreadsheet, export it again, and write the number out.");
        }

        bool negative = text.Length > 0 && text[0] is '-' or '\u2212' || (text.Length > 1 && text[0] == '(' && text[text.Length - 1] == ')');
        string digits = text.Trim('-', '+', '\u2212', '(', ')', ' ');
        RuleAnswer answer = Split(digits, grouping);
        return answer.Refused ? answer
            : negative && !IsZero(answer.Value) ? RuleAnswer.Refuse("is negative", "Give an amount of 0 or more.")
            : answer;
    }

    /// <summary>Whether a number as this class writes it is 0.</summary>
    public static bool IsZero(string canonical)
    {
        foreach (char c in canonical)
        {
            if (c is >= '1' and <= '9')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value of a number as this class writes it.</summary>
    public static decimal ValueOf(string canonical) =>
        decimal.Parse(canonical, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>
    /// Two decimals or fewer stay as they came; of more, the zeros at the end go, and what is below a millionth, the
    /// noise of floating-point sums, is rounded off.
    /// </summary>
    public static string Write(decimal value)
    {
        decimal rounded = Math.Round(value, 6, MidpointRounding.AwayFromZero);
        string text = rounded.ToString(CultureInfo.InvariantCulture);
        int point = text.IndexOf('.');
        return point < 0 || text.Length - point <= 3 ? text : WithoutEndZeros(text);
    }

    public static string WithoutEndZeros(string canonical) =>
        canonical.IndexOf('.') < 0 ? canonical : canonical.TrimEnd('0').TrimEnd('.');

    private static bool IsPlain(string text)
    {
        int point = text.IndexOf('.');
        int whole = point < 0 ? text.Length : point;
        int decimals = point < 0 ? 0 : text.Length - point - 1;
        if (whole is 0 or > 11 || decimals > 2 || (point >= 0 && decimals == 0) || (whole > 1 && text[0] == '0'))
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (i != point && !DigitText.IsDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static RuleAnswer Split(string text, bool grouping)
    {
        int point = text.IndexOf('.');
        string whole = point < 0 ? text : text.Substring(0, point);
        string decimals = point < 0 ? "" : text.Substring(point + 1);
        if (decimals.IndexOf(',') >= 0 || (whole.IndexOf(',') >= 0 && !(grouping && IsGrouped(whole, ','))))
        {
            return RuleAnswer.Refuse("has a comma that can be a decimal or a thousands sign", PointRemedy);
        }

        if (grouping && HasBlank(whole) && IsGrouped(OneKindOfBlank(whole), ' '))
        {
            whole = OneKindOfBlank(whole).Replace(" ", "");
        }

        whole = whole.Replace(",", "");
        if (whole.Length + decimals.Length == 0 || (whole.Length > 0 && !DigitText.AllDigits(whole)) || (decimals.Length > 0 && !DigitText.AllDigits(decimals)))
        {
            return RuleAnswer.Refuse("is not a number", PointRemedy);
        }

        // 28 digits are what a decimal holds; what stands behind them can't matter.
        string kept = decimals.Length > 15 ? decimals.Substring(0, 15) : decimals;
        whole = whole.TrimStart('0');
        if (whole.Length > 13 || !decimal.TryParse((whole.Length == 0 ? "0" : whole) + (kept.Length == 0 ? "" : "." + kept),
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) || value > Largest)
        {
            return RuleAnswer.Refuse("is larger than 1000000000000", "Check the column: this looks like a code, not a number.");
        }

        return RuleAnswer.Take(Write(value));
    }

    /// <summary>1,299 and 12,99,999 and 1,299,999: groups of three, or the Indian way two and a last one of three.</summary>
    private static bool IsGrouped(string whole, char separator)
    {
        string[] groups = whole.Split(separator);
        if (groups.Length < 2 || groups[0].Length is 0 or > 3 || groups[0][0] == '0' || groups[groups.Length - 1].Length != 3)
        {
            return false;
        }

        int middle = groups.Length > 2 ? groups[1].Length : 3;
        if (middle is not (2 or 3) || (middle == 2 && groups[0].Length > 2))
        {
            return false;
        }

        for (int i = 0; i < groups.Length; i++)
        {
            bool length = i == 0 || i == groups.Length - 1 || groups[i].Length == middle;
            if (!length || !DigitText.AllDigits(groups[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasBlank(string text)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string OneKindOfBlank(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            written.Append(char.IsWhiteSpace(c) ? ' ' : c);
        }

        return written.ToString();
    }
}
