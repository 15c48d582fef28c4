using System;

namespace OrderOps.Rows;

/// <summary>What counts of a name when names are matched: its letters without case; blanks, hyphens and underscores don't.</summary>
internal static class NameKey
{
    public static string Of(string name)
    {
        Span<char> key = name.Length <= 128 ? stackalloc char[name.Length] : new char[name.Length];
        int length = 0;
        foreach (char c in name)
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or '_'))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return key.Slice(0, length).ToString();
    }
}
