using System.Management.Automation;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>Finds the AWB number in a value, an object, a hashtable or a row.</summary>
internal static class AwbValue
{
    private static readonly string[] Names = { "AwbNumber", "awb_number", "awb", "waybill", "AWB Number", "awb_no" };

    public static NamedInput Of(PSObject? item) => NamedInput.Of(item, Names);

    public static NamedInput Of(InputRecord record) => NamedInput.Of(record, Names);
}
