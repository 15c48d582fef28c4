using System.Globalization;

namespace OrderOps.Rules;

/// <summary>Looks at the digits of a value, the same under every culture.</summary>
internal static class DigitText
{
    /// <summary>With the decimal digits of other scripts, e.g. Devanagari, written as 0 to 9.</summary>
    public static string ToAscii(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] > '\u007F')
            {
                return Rewrite(text);
            }
        }

        return text;
    }

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Whether all of it, and at least one character, is 0 to 9.</summary>
    public static bool AllDigits(string text)
    {
        foreach (char c in text)
        {
            if (!IsDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>
    /// Whether it reads like <c>8.62E+10</c>, what a spreadsheet makes of a long number. A mantissa without point and an
    /// exponent without sign, as in <c>12E4</c>, can be a code and is not counted.
    /// </summary>
    public static bool IsScientific(string text)
    {
        int at = 0;
        int digits = SkipDigits(text, ref at);
        bool point = at < text.Length && text[at] is '.' or ',';
        if (digits == 0 || (point && SkipPoint(text, ref at) == 0) || at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return false;
        }

        at++;
        bool sign = at < text.Length && text[at] is '+' or '-';
        at += sign ? 1 : 0;
        return SkipDigits(text, ref at) > 0 && at == text.Length && (sign || point);
    }

    /// <summary>Without the <c>.0</c> that a table of floating-point numbers puts behind whole ones.</summary>
    public static string WithoutPointZero(string text)
    {
        int point = text.IndexOf('.');
        if (point <= 0 || point == text.Length - 1 || !AllDigits(text.Substring(0, point)))
        {
            return text;
        }

        for (int i = point + 1; i < text.Length; i++)
        {
            if (text[i] != '0')
            {
                return text;
            }
        }

        return text.Substring(0, point);
    }

    private static int SkipPoint(string text, ref int at)
    {
        at++;
        return SkipDigits(text, ref at);
    }

    private static int SkipDigits(string text, ref int at)
    {
        int from = at;
        while (at < text.Length && IsDigit(text[at]))
        {
            at++;
        }

        return at - from;
    }

    private static string Rewrite(string text)
    {
        char[] characters = text.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            int digit = characters[i] > '\u007F' ? CharUnicodeInfo.GetDecimalDigitValue(characters[i]) : -1;
            if (digit >= 0)
            {
                characters[i] = (char)('0' + digit);
            }
        }

        return new string(characters);
    }
}
