using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>Hashtables of a command line as dictionaries that Core takes.</summary>
internal static class Dictionaries
{
    public static IReadOnlyDictionary<string, string>? Texts(IDictionary? given)
    {
        if (given is null)
        {
            return null;
        }

        Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in given)
        {
            texts[InputText.From(Unwrap(entry.Key)) ?? ""] = InputText.From(Unwrap(entry.Value)) ?? "";
        }

        return texts;
    }

    public static IReadOnlyDictionary<string, object?>? Values(IDictionary? given)
    {
        if (given is null)
        {
            return null;
        }

        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in given)
        {
            values[InputText.From(Unwrap(entry.Key)) ?? ""] = Value(Unwrap(entry.Value));
        }

        return values;
    }

    public static object? Unwrap(object? value) => value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;

    private static object? Value(object? value)
    {
        switch (value)
        {
            case IDictionary nested:
                return Values(nested);
            case string or null:
                return value;
            case IEnumerable list:
                List<object?> items = new();
                foreach (object? item in list)
                {
                    items.Add(Value(Unwrap(item)));
                }

                return items;
            default:
                return value;
        }
    }
}
