namespace OrderOps.Rows;

/// <summary>A value as findings show it: at most 80 characters.</summary>
internal static class ShownText
{
    private const int Longest = 80;

    public static string Of(string value)
    {
        string text = value.Trim();
        return text.Length <= Longest ? text
            : text.Substring(0, char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1) + "…";
    }
}
