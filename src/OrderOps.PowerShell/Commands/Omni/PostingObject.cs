using System;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using OrderOps.PowerShell.Binding;
using OrderOps.Wire;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>A posting that is an object or a hashtable, as the JSON that it stands for.</summary>
internal sealed class PostingObject
{
    private const int Deepest = 64;
    private const string Additional = "AdditionalData";

    private readonly JsonBytes _json = JsonBytes.Begin();

    private PostingObject()
    {
    }

    /// <summary>Writes it; nothing where it goes deeper than any posting does.</summary>
    public static byte[]? ToJson(PSObject item)
    {
        PostingObject writer = new();
        return writer.Value(item, 0) ? writer._json.ToArray() : null;
    }

    private bool Value(object? given, int depth)
    {
        object? value = Dictionaries.Unwrap(given);
        switch (value)
        {
            case null:
                _json.Raw("null");
                return true;
            case string text:
                _json.Text(text);
                return true;
            case bool flag:
                _json.Raw(flag ? "true" : "false");
                return true;
            case DateTime time:
                _json.Text((time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time).ToString("o", CultureInfo.InvariantCulture));
                return true;
            case DateTimeOffset time:
                _json.Text(time.ToString("o", CultureInfo.InvariantCulture));
                return true;
            case double or float:
                _json.Raw(Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                return true;
            case IFormattable number when value.GetType().IsPrimitive || value is decimal or System.Numerics.BigInteger:
                _json.Raw(number.ToString(null, CultureInfo.InvariantCulture));
                return true;
            case PSObject item when TimeThroughJob(item) is { } time:
                return Value(time, depth);
            default:
                return depth < Deepest && Container(value, given!, depth + 1);
        }
    }

    // A job leaves of a DateTimeOffset an object with its properties.
    private static DateTimeOffset? TimeThroughJob(PSObject item) =>
        item.TypeNames.Count > 0 && item.TypeNames[0] == "Deserialized.System.DateTimeOffset" && item.Properties["UtcTicks"]?.Value is long ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    private bool Container(object value, object given, int depth)
    {
        if (value is IEnumerable list and not IDictionary)
        {
            return List(list, depth);
        }

        _json.Raw('{');
        bool first = true;
        bool complete = value is IDictionary dictionary
            ? Entries(dictionary, depth, ref first)
            : Properties(PSObject.AsPSObject(given), depth, ref first);
        _json.Raw('}');
        return complete;
    }

    private bool List(IEnumerable list, int depth)
    {
        _json.Raw('[');
        bool first = true;
        foreach (object? element in list)
        {
            if (!first)
            {
                _json.Raw(',');
            }

            first = false;
            if (!Value(element, depth))
            {
                return false;
            }
        }

        _json.Raw(']');
        return true;
    }

    private bool Entries(IDictionary dictionary, int depth, ref bool first)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            if (!Member(Convert.ToString(Dictionaries.Unwrap(entry.Key), CultureInfo.InvariantCulture) ?? "", entry.Value, depth, ref first))
            {
                return false;
            }
        }

        return true;
    }

    private bool Properties(PSObject item, int depth, ref bool first)
    {
        foreach (PSPropertyInfo property in item.Properties)
        {
            if (!property.IsGettable || property.Value is not { } value)
            {
                continue;
            }

            // A typed posting keeps there what stood beside its members.
            if (property.Name == Additional && Dictionaries.Unwrap(value) is IDictionary additional)
            {
                if (!Entries(additional, depth, ref first))
                {
                    return false;
                }
            }
            else if (!Member(property.Name, value, depth, ref first))
            {
                return false;
            }
        }

        return true;
    }

    private bool Member(string name, object? value, int depth, ref bool first)
    {
        if (!first)
        {
            _json.Raw(',');
        }

        first = false;
        _json.Text(name);
        _json.Raw(':');
        return Value(value, depth);
    }
}
