using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>
/// A list, page by page: a page is asked for when the entries of the one before are taken, and holds its text only. Entries
/// that come twice are given once.
/// </summary>
/// <typeparam name="T">What an entry is.</typeparam>
internal sealed class Listing<T> : IDisposable
    where T : ExternalRecord
{
    /// <summary>The most that the service gives a page (vendor page: Order Sync API).</summary>
    public const int LargestPage = 5000;

    private readonly ServiceTransport _transport;
    private readonly ExternalCall _list;
    private readonly Func<WireObject, T> _make;
    private readonly ListingOptions _options;
    private readonly PageGuard _guard = new();
    private readonly long _firstPage;
    private ExternalCall? _next;
    private PageReader? _page;
    private string _body = "";
    private long _pages;
    private long _toSkip;
    private long _seen;
    private long _given;
    private bool _ended;

    /// <summary>Makes one; nothing is asked for yet.</summary>
    /// <param name="transport">What carries requests.</param>
    /// <param name="list">The list, without its page.</param>
    /// <param name="options">What part of it.</param>
    /// <param name="make">Makes an entry.</param>
    public Listing(ServiceTransport transport, ExternalCall list, ListingOptions options, Func<WireObject, T> make)
    {
        _transport = transport;
        _list = list;
        _options = options;
        _make = make;
        _firstPage = 1 + (options.Skip / options.PageSize);
        _toSkip = options.Skip % options.PageSize;
        _next = PageOf(_firstPage);
    }

    /// <summary>How many entries the service promises.</summary>
    public long? Count { get; private set; }

    /// <summary>What is not as the service promised, once the list has ended.</summary>
    public string? Warning { get; private set; }

    /// <summary>Asks for the next page.</summary>
    /// <param name="stop">Ends it at once.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ServiceConfigurationException">The configuration or the credentials are wrong.</exception>
    /// <exception cref="ExternalReadException">The page did not come, or the list does not end.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped.</exception>
    public async Task<bool> NextPageAsync(CancellationToken stop)
    {
        if (_ended || _next is not { } call || (_given >= _options.First && !(_options.NeedsCount && _pages == 0)))
        {
            return false;
        }

        if (!_guard.Ask(call.Address))
        {
            throw Repeats("names a page as the next that it gave before");
        }

        _next = null;
        ServiceRequest request = call.Request(RepeatPolicy.Read, FormattableString.Invariant($"{call.Endpoint.Operation}, page {_firstPage + _pages}"));
        request.Judge = ReadVerdict.Judge;
        ServiceReply reply = await SendAsync(request, stop).ConfigureAwait(false);
        if (!ReadVerdict.IsReadable(reply, call, isFurtherPage: _firstPage + _pages > 1, _transport.Redact))
        {
            End();
            return false;
        }

        _pages++;
        _body = reply.Body;
        try
        {
            _page = new PageReader(_body);
        }
        catch (JsonException failure)
        {
            throw ReadVerdict.Unreadable(call, failure.Message.TrimEnd('.'), failure);
        }

        Count = _page.Count ?? Count;
        return true;
    }

    /// <summary>The entries of the page that was just asked for, read one by one.</summary>
    /// <exception cref="ExternalReadException">The page can't be read from here on, or the list does not end.</exception>
    public IEnumerable<T> Entries()
    {
        int entries = 0;
        int news = 0;
        bool hasIds = true;
        while (_given < _options.First && Read() is { } entry)
        {
            entries++;
            string? id = entry.Text(_options.IdName) ?? entry.Text("id");
            hasIds &= id is not null;
            if (!_guard.Take(id))
            {
                continue;
            }

            news++;
            _seen++;
            if (_toSkip > 0)
            {
                _toSkip--;
                continue;
            }

            _given++;
            yield return _make(entry);
        }

        if (_given < _options.First)
        {
            Turn(entries, news, hasIds);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _page?.Dispose();

    private WireObject? Read()
    {
        try
        {
            return _page!.Read();
        }
        catch (JsonException failure)
        {
            throw ReadVerdict.Unreadable(_list, FormattableString.Invariant($"after {_given} entries {failure.Message.TrimEnd('.')}"), failure);
        }
    }

    /// <summary>Decides what comes after a page that was read to its end.</summary>
    private void Turn(int entries, int news, bool hasIds)
    {
        PageReader page = _page!;
        Count = page.Count ?? Count;
        bool fruitful = _guard.Close(entries, news, hasIds, _body);
        bool hasNext = page.IsBareArray ? entries == _options.PageSize && _options.IsPaged : page.Next is not null && entries > 0;
        page.Dispose();
        _page = null;
        if (!hasNext)
        {
            End();
            return;
        }

        if (!fruitful)
        {
            throw Repeats("gives the same page again and again");
        }

        _next = page.IsBareArray ? PageOf(_firstPage + _pages) : _list.At(Checked(page.Next!));
    }

    private string Checked(string next)
    {
        if (!Uri.TryCreate(next, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            if (next.IndexOf("://", StringComparison.Ordinal) is >= 0 and < 8)
            {
                throw ReadVerdict.Unreadable(_list, FormattableString.Invariant($"after {_given} entries the next page is said to be at '{next.Split('?')[0]}', which is no address"));
            }

            // Some services write a path, or only the query.
            return next.StartsWith("?", StringComparison.Ordinal) ? _list.Address.Split('?')[0] + next : Below(next);
        }

        if (!string.Equals(address.Host, _transport.BaseAddress.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new ExternalReadException(
                ExternalErrors.NextOnOtherHost,
                FormattableString.Invariant($"After {_given} entries the next page is said to be on host '{address.Host}', and the tokens are for '{_transport.BaseAddress.Host}' only: it was not asked for."),
                "If the service moved, give its new address with -BaseUri or in the connection.");
        }

        return next;
    }

    // A path from the root of the host goes on below the base address only if the base's path stands in front of it already.
    private string Below(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) ? new Uri(_transport.BaseAddress, path).AbsoluteUri : path;

    private void End()
    {
        _ended = true;
        long passed = (_firstPage - 1) * _options.PageSize;
        if (Count is { } promised && _seen + passed < promised)
        {
            string twice = _guard.Repeated > 0 ? FormattableString.Invariant($"; {_guard.Repeated} came twice and are given once") : "";
            Warning = FormattableString.Invariant($"ECOM.md promised {promised} entries and gave {_seen + passed}{twice}. The list may have changed while it was read: ask again for what is missing, sorted by what does not change.");
        }
    }

    private ExternalCall PageOf(long page)
    {
        ExternalCall call = _list.At(_list.Address);
        return _options.IsPaged
            ? call.Ask(ExternalQuery.Page, FormattableString.Invariant($"{page}")).Ask(ExternalQuery.PageSize, FormattableString.Invariant($"{_options.PageSize}"))
            : call;
    }

    private async Task<ServiceReply> SendAsync(ServiceRequest request, CancellationToken stop)
    {
        try
        {
            return await _transport.SendAsync(request, stop, stop).ConfigureAwait(false);
        }
        catch (ServiceConfigurationException failure) when (_pages > 0 && failure.ErrorId == "AddressOnOtherHost")
        {
            throw new ExternalReadException(ExternalErrors.NextOnOtherHost, failure.Message, failure.RecommendedAction, failure);
        }
    }

    private ExternalReadException Repeats(string what) => new(
        ExternalErrors.PageRepeated,
        FormattableString.Invariant($"ECOM.md {what}; the list was ended after {_pages} pages and {_given} entries."),
        "Ask for narrower lists, or with another -PageSize; if this host names pages otherwise, say so: -Endpoint @{ … = @{ Query = @{ Page = '…' } } }.");
}
