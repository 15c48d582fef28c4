using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace OrderOps.Sandbox;

/// <summary>The arguments of a fault that is asked for by name: a script's hashtable, read leniently.</summary>
internal sealed class FaultArguments
{
    private readonly Dictionary<string, object?> _given = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _fault;

    public FaultArguments(string fault, IDictionary? given)
    {
        _fault = fault;
        if (given is null)
            return;
        foreach (DictionaryEntry entry in given)
            _given[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = entry.Value;
    }

    public string? Text(string name)
    {
        _read.Add(name);
        return _given.TryGetValue(name, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }

    public string RequiredText(string name) => Text(name) ?? throw new ArgumentException($"The fault {_fault} needs the argument {name}.");

    public int? Number(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(name, text, "a whole number");
    }

    public int RequiredNumber(string name) => Number(name) ?? throw new ArgumentException($"The fault {_fault} needs the argument {name}.");

    public bool Flag(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return false;
        return bool.TryParse(text, out var flag) ? flag : throw Unreadable(name, text, "true or false");
    }

    public TimeSpan Time(TimeSpan otherwise)
    {
        var seconds = Fraction("Seconds");
        var milliseconds = Fraction("Milliseconds");
        return seconds is null && milliseconds is null
            ? otherwise
            : TimeSpan.FromTicks((long)(((seconds ?? 0) * TimeSpan.TicksPerSecond) + ((milliseconds ?? 0) * TimeSpan.TicksPerMillisecond)));
    }

    public double? Fraction(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(name, text, "a number");
    }

    /// <summary>A misspelt argument must not pass for one that works.</summary>
    public void RefuseUnread()
    {
        foreach (var name in _given.Keys)
        {
            if (!_read.Contains(name))
                throw new ArgumentException($"The fault {_fault} has no argument {name}; it takes {string.Join(", ", _read)}.");
        }
    }

    private ArgumentException Unreadable(string name, string value, string wanted)
        => new($"The argument {name} of the fault {_fault} is '{value}'; it must be {wanted}.");
}
