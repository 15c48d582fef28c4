using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>The references of a claim's orders on one row: one a line, by the order's place in the claim.</summary>
internal static class ReferenceLines
{
    /// <summary>Whether a reference can stand on a line.</summary>
    public static bool Fits(string? reference) => reference is null || (reference.Length > 0 && reference.IndexOf('\n') < 0);

    /// <summary>Puts them together; nothing where none has one.</summary>
    public static string? Join(IReadOnlyList<string?> references)
    {
        foreach (string? reference in references)
        {
            if (reference is not null)
            {
                return string.Join("\n", references);
            }
        }

        return null;
    }

    /// <summary>Reads one.</summary>
    /// <param name="lines">All of them.</param>
    /// <param name="place">Which, from 0 on; less where it is no list.</param>
    public static string? Read(string? lines, int place)
    {
        if (lines is null || place < 0)
        {
            return lines;
        }

        string[] all = lines.Split('\n');
        return place < all.Length && all[place].Length > 0 ? all[place] : null;
    }

    /// <summary>Leaves only those of some places.</summary>
    public static string? Keep(string lines, ISet<int> places)
    {
        string?[] all = lines.Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = places.Contains(i) && all[i]!.Length > 0 ? all[i] : null;
        }

        return Join(all);
    }
}
