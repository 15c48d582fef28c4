using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace OrderOps.External;

/// <summary>
/// What the service holds, as it was written: what is known of it are properties, everything else is kept in
/// <see cref="AdditionalData"/>, and what is not changed goes back as it came.
/// </summary>
public abstract class ExternalRecord
{
    private Dictionary<string, object?>? _additional;
    private Dictionary<string, string>? _additionalAsRead;

    private protected ExternalRecord(WireObject wire) => Wire = wire;

    /// <summary>
    /// What the service wrote beside the properties, by its own names: texts, numbers, booleans, dictionaries and lists.
    /// What is added here is sent as well.
    /// </summary>
    public IDictionary<string, object?> AdditionalData => _additional ??= ReadAdditional();

    internal WireObject Wire { get; }

    /// <summary>The names on the wire that are properties, in the order of the wire.</summary>
    private protected abstract IReadOnlyList<string> Names { get; }

    /// <summary>The JSON of it: what was not changed as it came, in its order.</summary>
    /// <returns>The JSON, without blanks between its members.</returns>
    /// <exception cref="FormatException">Something in <see cref="AdditionalData"/> can't be written.</exception>
    public string ToJson() => ToJson(StatusSpelling.Underscored);

    internal string ToJson(StatusSpelling spelling)
    {
        StringBuilder json = new();
        WriteTo(json, spelling);
        return json.ToString();
    }

    internal void WriteTo(StringBuilder json, StatusSpelling spelling)
    {
        BeforeWriting(spelling);
        char before = '{';
        foreach (WireMember member in Wire.Members)
        {
            string? raw = Names.Contains(member.Name) ? Spelled(member, spelling) : RawOfAdditional(member);
            if (raw is not null)
            {
                json.Append(before).Append(WireText.Quote(member.Name)).Append(':').Append(raw);
                before = ',';
            }
        }

        foreach (KeyValuePair<string, object?> added in Added())
        {
            json.Append(before).Append(WireText.Quote(added.Key)).Append(':').Append(WireValue.Write(added.Value));
            before = ',';
        }

        json.Append(before == '{' ? "{}" : "}");
    }

    /// <summary>Brings what is held outside the wire object into it.</summary>
    private protected virtual void BeforeWriting(StatusSpelling spelling)
    {
    }

    /// <summary>The name of the member that holds a state, if there is one.</summary>
    private protected virtual string? StatusName => null;

    private protected string? Text(string name) => Wire.Text(name);

    private protected void SetText(string name, string? value, bool asNumber = true) => Wire.SetText(name, value, asNumber, Names);

    private protected string? ReadStatus(string name) => Text(name) is { } status ? OrderStatus.Read(status) : null;

    private protected void SetStatus(string name, string? status)
    {
        // The service's own spelling stays where the state does.
        if (status is null || ReadStatus(name) != OrderStatus.Read(status))
        {
            SetText(name, status, asNumber: false);
        }
    }

    private string Spelled(WireMember member, StatusSpelling spelling) =>
        member.IsChanged && member.Name == StatusName && WireText.Read(member.Raw) is { } status ? WireText.Quote(OrderStatus.Write(status, spelling)) : member.Raw;

    private Dictionary<string, object?> ReadAdditional()
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        _additionalAsRead = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (WireMember member in Wire.Members)
        {
            if (!Names.Contains(member.Name))
            {
                object? value = WireValue.Read(member.Raw);
                values[member.Name] = value;
                _additionalAsRead[member.Name] = WireValue.Write(value);
            }
        }

        return values;
    }

    private string? RawOfAdditional(WireMember member)
    {
        if (_additional is null)
        {
            return member.Raw;
        }

        if (!_additional.TryGetValue(member.Name, out object? value))
        {
            return null;
        }

        string json = WireValue.Write(value);
        return json == _additionalAsRead![member.Name] ? member.Raw : json;
    }

    private IEnumerable<KeyValuePair<string, object?>> Added() =>
        _additional?.Where(pair => Wire.Find(pair.Key) is null) ?? [];
}
