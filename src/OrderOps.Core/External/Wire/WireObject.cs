using System;
using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>An object of the wire: its members in their order, each as it was written.</summary>
internal sealed class WireObject
{
    private readonly List<WireMember> _members = new();

    public IReadOnlyList<WireMember> Members => _members;

    /// <summary>Reads an object.</summary>
    /// <exception cref="Newtonsoft.Json.JsonException">It is none.</exception>
    public static WireObject Parse(string json)
    {
        using WireReader reader = new(json);
        return reader.Next() == Newtonsoft.Json.JsonToken.StartObject
            ? reader.ReadObject()
            : throw new Newtonsoft.Json.JsonReaderException("It is not a JSON object.");
    }

    public void Add(string name, string raw) => _members.Add(new WireMember(name, raw));

    /// <summary>The member of this name; of two the last, as every reader of JSON takes it.</summary>
    public WireMember? Find(string name)
    {
        for (int i = _members.Count - 1; i >= 0; i--)
        {
            if (string.Equals(_members[i].Name, name, StringComparison.Ordinal))
            {
                return _members[i];
            }
        }

        return null;
    }

    /// <summary>A value as text: a string without its quotes, a number as it is written; nothing for null and what is missing.</summary>
    public string? Text(string name) => Find(name) is { } member ? WireText.Read(member.Raw) : null;

    /// <summary>
    /// Sets a value. One that was a number stays one and one that was a string stays one; where there was none, it becomes
    /// a number if the service writes one there and it is one.
    /// </summary>
    /// <param name="name">The member.</param>
    /// <param name="value">The value; nothing makes it null.</param>
    /// <param name="asNumber">Whether the service writes a number there.</param>
    /// <param name="order">The names in the order of the wire, for the place of a new member.</param>
    public void SetText(string name, string? value, bool asNumber, IReadOnlyList<string> order)
    {
        WireMember? member = Find(name);
        if (value == (member is null ? null : WireText.Read(member.Raw)))
        {
            return;
        }

        bool hadValue = member is not null && member.Raw != "null";
        bool number = hadValue ? member!.Raw[0] != '"' : asNumber;
        SetRaw(name, value is null ? "null" : number && WireText.IsNumber(value) ? value : WireText.Quote(value), order);
    }

    /// <summary>Sets a value that is JSON already.</summary>
    public void SetRaw(string name, string raw, IReadOnlyList<string> order)
    {
        WireMember? member = Find(name);
        if (member is null)
        {
            member = new WireMember(name, raw);
            _members.Insert(PlaceOf(name, order), member);
        }

        member.Raw = raw;
        member.IsChanged = true;
    }

    /// <summary>After the last member that goes before it on the wire.</summary>
    private int PlaceOf(string name, IReadOnlyList<string> order)
    {
        int rank = RankOf(name, order);
        for (int i = _members.Count - 1; i >= 0; i--)
        {
            if (RankOf(_members[i].Name, order) is >= 0 and int other && other < rank)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int RankOf(string name, IReadOnlyList<string> order)
    {
        for (int i = 0; i < order.Count; i++)
        {
            if (string.Equals(order[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
