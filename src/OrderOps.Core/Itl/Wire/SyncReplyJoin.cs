using System;
using System.Collections.Generic;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// Joins the entries of a sync reply to the orders that were sent: by <c>refnum</c> where it is the order number, else by
/// key. Entries keep the order in which orders were sent, but a short reply can shift, so a key counts only while no
/// entry's refnum stands under another order's key.
/// </summary>
internal static class SyncReplyJoin
{
    /// <summary>One entry for each order sent; nothing where its outcome is unknown.</summary>
    public static ItlReplyEntry?[] Join(IReadOnlyList<string> orderNumbers, ItlReply reply)
    {
        var joined = new ItlReplyEntry?[orderNumbers.Count];
        IReadOnlyList<ItlReplyEntry> entries = reply.Entries;
        int[] places = new int[entries.Count];
        bool keysHold = JoinByRefnum(orderNumbers, entries, joined, places);
        if (keysHold)
        {
            JoinByKey(entries, joined, places);
        }

        for (int i = 0; i < joined.Length; i++)
        {
            joined[i] = joined[i] is { IsUnclear: true } ? null : joined[i];
        }

        return joined;
    }

    /// <summary>Leaves in <paramref name="places"/> the key's place of every entry that still has to be joined, else -1.</summary>
    private static bool JoinByRefnum(IReadOnlyList<string> orderNumbers, IReadOnlyList<ItlReplyEntry> entries, ItlReplyEntry?[] joined, int[] places)
    {
        Dictionary<string, List<int>> sent = Group(orderNumbers.Count, i => CleanText.Of(orderNumbers[i]));
        Dictionary<string, List<int>> answered = Group(entries.Count, i => entries[i].Refnum);
        var position = new ReplyPosition(entries, orderNumbers.Count);
        bool keysHold = true;
        for (int i = 0; i < entries.Count; i++)
        {
            places[i] = position.Of(entries[i], i, entries.Count);
            if (entries[i].Refnum is not { } refnum || !sent.TryGetValue(refnum, out List<int>? orders))
            {
                continue;
            }

            List<int> same = answered[refnum];
            int byKey = places[i];
            int place = same.Count == orders.Count ? orders[same.IndexOf(i)] : orders.Contains(byKey) ? byKey : -1;
            keysHold &= byKey < 0 || orders.Contains(byKey);
            places[i] = -1;
            if (place >= 0)
            {
                joined[place] = entries[i];
            }
        }

        return keysHold;
    }

    private static void JoinByKey(IReadOnlyList<ItlReplyEntry> entries, ItlReplyEntry?[] joined, int[] places)
    {
        var claims = new int[joined.Length];
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0)
            {
                claims[places[i]]++;
            }
        }

        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0 && claims[places[i]] == 1 && joined[places[i]] is null)
            {
                joined[places[i]] = entries[i];
            }
        }
    }

    private static Dictionary<string, List<int>> Group(int count, Func<int, string?> key)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            if (key(i) is not { } name)
            {
                continue;
            }

            if (!groups.TryGetValue(name, out List<int>? places))
            {
                groups.Add(name, places = new List<int>());
            }

            places.Add(i);
        }

        return groups;
    }
}
