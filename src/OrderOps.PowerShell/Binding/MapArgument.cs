using System;
using System.Collections;
using System.Collections.Generic;
using OrderOps.Itl;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Binding;

/// <summary>What -Map takes: the name of a built-in map, a hashtable of ITL's name = the export's column, or both.</summary>
internal static class MapArgument
{
    public static ColumnMap Read(object[]? given, IDictionary? defaults)
    {
        string? preset = null;
        Dictionary<string, string> map = new(StringComparer.OrdinalIgnoreCase);
        foreach (object item in given ?? [])
        {
            switch (Dictionaries.Unwrap(item))
            {
                case string name when preset is null:
                    preset = name;
                    break;
                case IDictionary dictionary:
                    foreach (KeyValuePair<string, string> entry in Dictionaries.Texts(dictionary)!)
                    {
                        map[entry.Key] = entry.Value;
                    }

                    break;
                default:
                    throw new ServiceConfigurationException(
                        "MapNotUsable",
                        $"-Map does not take '{item}'.",
                        $"Give the name of one built-in map ({string.Join(", ", ColumnMap.Presets)}), a hashtable such as @{{ order = 'Name'; pin = 'Shipping Zip' }}, or both.");
            }
        }

        return ColumnMap.Create(map, preset, Dictionaries.Texts(defaults));
    }
}
