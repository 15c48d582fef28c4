using System.Collections.Generic;
using System.Globalization;

namespace OrderOps.Itl;

/// <summary>The place of an entry among what was sent, by its key; keys count from zero only where key "0" exists.</summary>
internal sealed class ReplyPosition
{
    private readonly int _first;
    private readonly int _sent;

    public ReplyPosition(IReadOnlyList<ItlReplyEntry> entries, int sent)
    {
        _sent = sent;
        _first = 1;
        foreach (ItlReplyEntry entry in entries)
        {
            _first = entry.Key == "0" ? 0 : _first;
        }
    }

    /// <summary>Its place from 0; -1 where the key is none or out of range.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="index">Its place in the reply, which counts for an entry of a list.</param>
    /// <param name="count">How many entries the reply has: a list that is short or long gives no places.</param>
    public int Of(ItlReplyEntry entry, int index, int count)
    {
        if (entry.Key.Length == 0)
        {
            return count == _sent ? index : -1;
        }

        return int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= _first && number - _first < _sent
            ? number - _first
            : -1;
    }
}
