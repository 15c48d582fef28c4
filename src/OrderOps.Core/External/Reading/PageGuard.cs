using System;
using System.Collections.Generic;
using OrderOps.Batching;

namespace OrderOps.External;

/// <summary>Sees to it that a list comes to an end: no address is asked twice, and pages that bring nothing new end it.</summary>
internal sealed class PageGuard
{
    // A list that is sorted backwards can shift by a whole small page while it is read; two such pages in a row are no accident.
    private const int FruitlessLimit = 2;

    private readonly HashSet<ulong> _asked = new();
    private readonly KeySet _ids = new();
    private ulong _lastContent;
    private int _fruitless;

    /// <summary>How many entries came twice.</summary>
    public long Repeated { get; private set; }

    /// <summary>Notes that an address is asked.</summary>
    /// <returns>Whether it was not asked before.</returns>
    public bool Ask(string address)
    {
        int path = address.IndexOf("://", StringComparison.Ordinal);
        path = path < 0 ? 0 : address.IndexOf('/', path + 3);
        return _asked.Add(KeyHash.Of(path < 0 ? address : address.Substring(path).TrimStart('/')));
    }

    /// <summary>Notes an entry.</summary>
    /// <param name="id">Its id; nothing where it has none, so that it can't be told from others.</param>
    /// <returns>Whether it is new.</returns>
    public bool Take(string? id)
    {
        bool isNew = id is null || _ids.Add(id);
        Repeated += isNew ? 0 : 1;
        return isNew;
    }

    /// <summary>Notes a page that was read to its end.</summary>
    /// <param name="entries">How many entries it had.</param>
    /// <param name="news">How many of them were new.</param>
    /// <param name="hasIds">Whether its entries have ids; where they don't, the page's text tells.</param>
    /// <param name="body">The page.</param>
    /// <returns>Whether there is a point in asking for another.</returns>
    public bool Close(int entries, int news, bool hasIds, string body)
    {
        ulong content = hasIds ? 0 : KeyHash.Of(body);
        bool fruitless = entries > 0 && (hasIds ? news == 0 : content == _lastContent);
        _lastContent = content;
        _fruitless = fruitless ? _fruitless + 1 : 0;
        return _fruitless < FruitlessLimit;
    }
}
