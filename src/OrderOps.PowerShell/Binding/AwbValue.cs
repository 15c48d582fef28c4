using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>Finds the AWB number in a value, an object, a hashtable or a row.</summary>
internal static class AwbValue
{
    private static readonly string[] Names = { "AwbNumber", "awb_number", "awb", "waybill", "AWB Number", "awb_no" };

    public static string? Of(PSObject? item)
    {
        switch (item?.BaseObject)
        {
            case null:
                return null;
            case string or char or sbyte or byte or short or ushort or int or uint or long or ulong or decimal or double or float:
                return InputText.From(item.BaseObject);
            case IDictionary dictionary:
                return InDictionary(dictionary);
        }

        foreach (string name in Names)
        {
            if (item.Properties[name] is { } property)
            {
                return InputText.From(Dictionaries.Unwrap(property.Value));
            }
        }

        return null;
    }

    public static string? Of(InputRecord record)
    {
        IReadOnlyList<string> names = record.Shape.Names;
        foreach (string wanted in Names)
        {
            for (int i = 0; i < names.Count; i++)
            {
                if (string.Equals(names[i].Trim(), wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return InputText.From(record.Values[i]);
                }
            }
        }

        return null;
    }

    private static string? InDictionary(IDictionary dictionary)
    {
        foreach (string wanted in Names)
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
