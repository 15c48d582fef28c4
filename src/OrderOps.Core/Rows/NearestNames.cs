using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Rows;

/// <summary>Finds the names that a misspelt one may have meant.</summary>
internal static class NearestNames
{
    /// <summary>Up to three names, the nearest first.</summary>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> names)
    {
        string key = NameKey.Of(name);
        return names.OrderBy(other => Distance(key, NameKey.Of(other))).Take(3).ToArray();
    }

    /// <summary>How many letters must be added, left out or changed; a name that holds the other is near.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 2 && b.Length > 2 && (b.Contains(a) || a.Contains(b)))
        {
            return 1;
        }

        int[] last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
            }

            last = row;
        }

        return last[b.Length];
    }
}
