namespace OrderOps.Rules;

/// <summary>
/// Order numbers, SKUs, HSN codes and the like: text that is never counted with. What a spreadsheet puts around a code
/// to keep it text goes; what a spreadsheet made a number of is refused, since digits are lost.
/// </summary>
internal static class CodeRule
{
    /// <summary>Longer than any code of the vendor's pages; what is longer is text in the wrong column.</summary>
    private const int LongestCode = 100;

    public static RuleAnswer Apply(string text)
    {
        text = WithoutTextMarker(text);
        if (DigitText.IsScientific(text))
        {
            return RuleAnswer.Refuse("is in scientific notation, so digits are lost",
                "Format the column as text in the spreadsheet and export it again; the digits can't be brought back from here.");
        }

        if (text.Length > LongestCode)
        {
            return RuleAnswer.Refuse("is longer than 100 characters", "Check the column: this does not look like a code.");
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return RuleAnswer.Refuse("has a control character in it", "Remove line breaks, tabs and other controls from the code.");
            }

            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
            {
                return RuleAnswer.Refuse("has half a character in it", "Export it again as UTF-8.");
            }

            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return RuleAnswer.Take(text);
    }

    /// <summary>Without the apostrophe of <c>'0012</c>, and without the formula of <c>="0012"</c>.</summary>
    public static string WithoutTextMarker(string text)
    {
        if (text.Length > 0 && text[0] is '\'' or '\u2019')
        {
            return CleanText.Of(text.Substring(1));
        }

        return text.Length > 3 && text[0] == '=' && text[1] == '"' && text[text.Length - 1] == '"'
            ? CleanText.Of(text.Substring(2, text.Length - 3))
            : text;
    }
}
