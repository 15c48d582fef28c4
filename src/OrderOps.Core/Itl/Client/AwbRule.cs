using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>What can be an AWB number: they are joined by commas on the wire, so a comma or a blank would become two.</summary>
internal static class AwbRule
{
    /// <summary>Checks one.</summary>
    /// <param name="text">The number as it came.</param>
    /// <param name="awbNumber">The number, trimmed, without the apostrophe that spreadsheets put before a text.</param>
    /// <returns>What is wrong with it, or nothing.</returns>
    public static Finding? Check(string? text, out string awbNumber)
    {
        awbNumber = (text ?? "").Trim();
        if (awbNumber.Length > 1 && awbNumber[0] == '\'')
        {
            awbNumber = awbNumber.Substring(1).Trim();
        }

        if (awbNumber.Length == 0)
        {
            return Refuse(text, "is blank", "Give the AWB number that ITL assigned.");
        }

        if (awbNumber.IndexOf(',') >= 0)
        {
            return Refuse(text, "holds a comma", "Give one AWB number an item, for example with -split ','.");
        }

        if (IsScientific(awbNumber))
        {
            return Refuse(text, "is in scientific notation, so digits are lost", "Export the AWB column as text and read the file again.");
        }

        foreach (char character in awbNumber)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '_' or '/'))
            {
                return Refuse(
                    text,
                    char.IsWhiteSpace(character) ? "holds a blank" : $"holds the character '{character}'",
                    "Give the AWB number alone: letters and digits.");
            }
        }

        return null;
    }

    private static Finding Refuse(string? text, string what, string remedy)
    {
        string value = text is null ? "" : text.Length <= 80 ? text : text.Substring(0, 80);
        return new Finding(Finding.Error, "awb_numbers", value, $"AWB number '{value}' {what}.", remedy);
    }

    // 8.62E+10, 8,62E+10 and 862E+8, as a spreadsheet writes a number that it found too long.
    private static bool IsScientific(string text)
    {
        int e = text.IndexOfAny(new[] { 'E', 'e' });
        if (e < 1 || e > text.Length - 2)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool fits = i < e ? char.IsDigit(text[i]) || text[i] is '.' or ',' : i == e || char.IsDigit(text[i]) || (i == e + 1 && text[i] is '+' or '-');
            if (!fits)
            {
                return false;
            }
        }

        return text[e + 1] is '+' or '-' || text.IndexOf('.') >= 0;
    }
}
