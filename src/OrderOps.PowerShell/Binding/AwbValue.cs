using System;
using System.Collections.Generic;
using System.Management.Automation;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>Finds the AWB number in a value, an object, a hashtable or a row.</summary>
internal static class AwbValue
{
    private static readonly string[] Names = { "AwbNumber", "awb_number", "awb", "waybill", "AWB Number", "awb_no" };

    public static string? Of(PSObject? item) => NamedValue.Of(item, Names);

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
}
