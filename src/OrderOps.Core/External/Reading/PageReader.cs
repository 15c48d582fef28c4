using System;
using System.Globalization;
using Newtonsoft.Json;

namespace OrderOps.External;

/// <summary>
/// Reads a page of a list one entry after the other: <c>{"count":…,"next":…,"results":[…]}</c>, its members in any order, or
/// a bare array.
/// </summary>
internal sealed class PageReader : IDisposable
{
    private readonly WireReader _reader;

    public PageReader(string body)
    {
        _reader = new WireReader(body);
        IsBareArray = _reader.Next() == JsonToken.StartArray;
        if (!IsBareArray && (_reader.Token != JsonToken.StartObject || !FindResults()))
        {
            throw new JsonReaderException("it is no list");
        }
    }

    /// <summary>Whether there is nothing but the entries.</summary>
    public bool IsBareArray { get; }

    /// <summary>How many entries the service promises on all pages; known at the start only where it stands before them.</summary>
    public long? Count { get; private set; }

    /// <summary>The address of the next page; final once all entries are read.</summary>
    public string? Next { get; private set; }

    /// <summary>The next entry; nothing after the last.</summary>
    /// <exception cref="JsonException">It is not JSON from here on.</exception>
    public WireObject? Read()
    {
        while (_reader.Next() != JsonToken.EndArray)
        {
            if (_reader.Token != JsonToken.StartObject)
            {
                throw new JsonReaderException("an entry is no object");
            }

            return _reader.ReadObject();
        }

        if (!IsBareArray)
        {
            ReadMembers(untilResults: false);
        }

        return _reader.IsAtEnd() ? null : throw new JsonReaderException("something follows the list");
    }

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    private bool FindResults() => ReadMembers(untilResults: true);

    private bool ReadMembers(bool untilResults)
    {
        while (_reader.Next() != JsonToken.EndObject)
        {
            string name = _reader.Name;
            if (untilResults && name == "results")
            {
                return _reader.Next() == JsonToken.StartArray;
            }

            string raw = _reader.NextRaw();
            if (name == "count" && long.TryParse(WireText.Read(raw), NumberStyles.None, CultureInfo.InvariantCulture, out long count))
            {
                Count = count;
            }
            else if (name == "next")
            {
                Next = WireText.Read(raw);
            }
        }

        return false;
    }
}
