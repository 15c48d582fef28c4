using System;
using System.Collections.Generic;

namespace OrderOps.Input;

/// <summary>Finds a name that stands twice, without regard to case.</summary>
internal static class DuplicateName
{
    public static string? In(IReadOnlyList<string> names)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                return name;
            }
        }

        return null;
    }
}
