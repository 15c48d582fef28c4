using System.Collections.Generic;

namespace OrderOps.Itl;

/// <summary>
/// Joins the entries of a cancel reply to the AWBs that were sent: by position, since <c>refnum</c> is an order number
/// there and not the AWB.
/// </summary>
internal static class CancelReplyJoin
{
    /// <summary>One entry for each AWB sent; nothing where its outcome is unknown.</summary>
    public static ItlReplyEntry?[] Join(int sent, ItlReply reply)
    {
        var joined = new ItlReplyEntry?[sent];
        var taken = new bool[sent];
        IReadOnlyList<ItlReplyEntry> entries = reply.Entries;
        var position = new ReplyPosition(entries, sent);
        for (int i = 0; i < entries.Count; i++)
        {
            int place = position.Of(entries[i], i, entries.Count);
            if (place >= 0)
            {
                joined[place] = taken[place] || entries[i].IsUnclear ? null : entries[i];
                taken[place] = true;
            }
        }

        return joined;
    }
}
