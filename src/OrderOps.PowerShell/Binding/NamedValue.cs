using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>Finds one value, such as a number of something, in a value, an object, a hashtable or a row.</summary>
internal static class NamedValue
{
    /// <summary>The value itself, or what the first of these names holds.</summary>
    public static string? Of(PSObject? item, IReadOnlyList<string> names)
    {
        switch (item?.BaseObject)
        {
            case null:
                return null;
            case string or char or sbyte or byte or short or ushort or int or uint or long or ulong or decimal or double or float:
                return InputText.From(item.BaseObject);
            case IDictionary dictionary:
                return InDictionary(dictionary, names);
        }

        foreach (string name in names)
        {
            if (item.Properties[name] is { } property && InputText.From(Dictionaries.Unwrap(property.Value)) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>What the first of these names holds.</summary>
    public static string? Of(InputRecord record, IReadOnlyList<string> names)
    {
        IReadOnlyList<string> columns = record.Shape.Names;
        foreach (string wanted in names)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                if (string.Equals(columns[i].Trim(), wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return InputText.From(record.Values[i]);
                }
            }
        }

        return null;
    }

    /// <summary>The names that an object or a hashtable has.</summary>
    public static IReadOnlyList<string> NamesOf(PSObject item) => item.BaseObject is IDictionary dictionary
        ? [.. dictionary.Keys.Cast<object>().Select(key => InputText.From(key) ?? "")]
        : [.. item.Properties.Select(property => property.Name)];

    private static string? InDictionary(IDictionary dictionary, IReadOnlyList<string> names)
    {
        foreach (string wanted in names)
        {
            foreach (DictionaryEntry entry in dictionary)
            {
                if (string.Equals(InputText.From(entry.Key), wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return InputText.From(Dictionaries.Unwrap(entry.Value));
                }
            }
        }

        return null;
    }
}
