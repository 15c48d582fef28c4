using System.Collections.Generic;
using System.Management.Automation;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>One input of which only one value counts, such as a number of something.</summary>
/// <param name="Value">The value; nothing where there is none.</param>
/// <param name="Source">The input as it came.</param>
/// <param name="Fault">Why the input could not be read: a shifted value could be another thing's number.</param>
internal sealed record NamedInput(string? Value, object? Source, InputFault? Fault)
{
    private static readonly string[] FaultNames = [ReservedName.Fault];

    /// <summary>Of an item of the pipeline.</summary>
    public static NamedInput Of(PSObject? item, IReadOnlyList<string> names) => new(NamedValue.Of(item, names), item, FaultOf(item));

    /// <summary>Of a row of a file.</summary>
    public static NamedInput Of(InputRecord record, IReadOnlyList<string> names)
    {
        InputFault? fault = record.Fault is { } known && record.Origin is { } origin ? known with { Message = $"{origin}: {known.Message}" } : record.Fault;
        return new NamedInput(NamedValue.Of(record, names), record.Source, fault);
    }

    private static InputFault? FaultOf(PSObject? item) =>
        item?.BaseObject switch
        {
            null or string or System.ValueType => null,
            FileRow row => row.Fault,
            _ => NamedValue.Of(item, FaultNames) is { Length: > 0 } fault ? InputFault.Remembered(fault) : null,
        };
}
