using System;

namespace OrderOps.Rules;

/// <summary>What is done to every value before its own rule sees it.</summary>
internal static class CleanText
{
    private static readonly string[] TypeNames =
    {
        "System.Collections.", "System.Object", "System.Management.Automation.", "System.String[]", "System.Data.", "OrderOps.",
        "Deserialized.", "Newtonsoft.Json.Linq.",
    };

    /// <summary>Without the blanks, no-break spaces, controls and invisible marks around it; empty for nothing.</summary>
    public static string Of(string? text)
    {
        if (text is null)
        {
            return "";
        }

        int start = 0;
        int end = text.Length;
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }

        while (end > start && IsEdge(text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == text.Length ? text : text.Substring(start, end - start);
    }

    /// <summary>
    /// Whether it is the name of a type instead of a value: what is left of an object that a job or ConvertTo-Json
    /// carried with too little depth.
    /// </summary>
    public static bool IsTypeName(string text)
    {
        if (text.Length < 3 || (text[0] is not ('S' or 'O' or 'D' or 'N' or '@')))
        {
            return false;
        }

        if (text[0] == '@')
        {
            return text[1] == '{' && text[text.Length - 1] == '}';
        }

        foreach (string name in TypeNames)
        {
            if (text.StartsWith(name, StringComparison.Ordinal))
            {
                return text.IndexOf(' ') < 0;
            }
        }

        return false;
    }

    private static bool IsEdge(char c) =>
        c <= ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c)));

    private static bool IsInvisible(char c) =>
        c is '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E');
}
