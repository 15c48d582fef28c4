using System;

namespace OrderOps.Input;

/// <summary>Finds what stands between the columns of a file.</summary>
internal static class Delimiter
{
    private const string Candidates = ",;\t|";

    /// <summary>The candidate that stands most often in the header outside of quotes; a comma where there is none.</summary>
    public static char Find(string header)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        bool isQuoted = false;
        foreach (char c in header)
        {
            isQuoted ^= c == '"';
            int candidate = isQuoted ? -1 : Candidates.IndexOf(c);
            if (candidate >= 0)
            {
                counts[candidate]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return Candidates[best];
    }
}
