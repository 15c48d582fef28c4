using System.Collections.Generic;

namespace OrderOps.Journal;

/// <summary>Keys as people read them.</summary>
internal static class OrderKeys
{
    /// <summary>All that a key can mean: <c>A/1</c> is order A/1, and part 1 of order A.</summary>
    public static IEnumerable<OrderIdentity> MeaningsOf(string key)
    {
        yield return new OrderIdentity(key);
        for (int slash = key.IndexOf('/'); slash >= 0; slash = key.IndexOf('/', slash + 1))
        {
            if (slash < key.Length - 1)
            {
                yield return new OrderIdentity(key.Substring(0, slash), key.Substring(slash + 1));
            }
        }
    }
}
