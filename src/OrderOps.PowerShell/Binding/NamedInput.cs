using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using OrderOps.Input;

namespace OrderOps.PowerShell.Binding;

/// <summary>One input of which only one value counts, such as a number of something.</summary>
/// <param name="Value">The value; nothing where there is none.</param>
/// <param name="Source">The input as it came.</param>
/// <param name="Fault">Why the input could not be read: a shifted value could be another thing's number.</param>
internal sealed record NamedInput(string? Value, object? Source, InputFault? Fault)
{
    private const int MostShown = 8;

    private static readonly string[] FaultNames = [ReservedName.Fault];

    /// <summary>Of an item of the pipeline.</summary>
    public static NamedInput Of(PSObject? item, IReadOnlyList<string> names)
    {
        string? value = NamedValue.Of(item, names);
        return new NamedInput(value, item, FaultOf(item, value, names));
    }

    /// <summary>Of a row of a file.</summary>
    public static NamedInput Of(InputRecord record, IReadOnlyList<string> names)
    {
        string? value = NamedValue.Of(record, names);
        InputFault? fault = record.Fault ?? (value is null ? Unnamed(record.Shape.Names, names) : null);
        if (fault is not null && record.Origin is { } origin)
        {
            fault = fault with { Message = $"{origin}: {fault.Message}" };
        }

        return new NamedInput(value, record.Source, fault);
    }

    private static InputFault? FaultOf(PSObject? item, string? value, IReadOnlyList<string> names) =>
        item?.BaseObject switch
        {
            null or string or ValueType => null,
            FileRow { Fault: { } fault } => fault,
            _ => NamedValue.Of(item, FaultNames) is { Length: > 0 } fault ? InputFault.Remembered(fault)
                : value is null ? Unnamed(NamedValue.NamesOf(item), names)
                : null,
        };

    /// <summary>What is wrong where none of the names is there: that its value is blank would send whoever reads it to the wrong place.</summary>
    private static InputFault? Unnamed(IReadOnlyList<string> there, IReadOnlyList<string> names)
    {
        if (there.Any(name => names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)))
        {
            return null;
        }

        string wanted = $"{string.Join(", ", names.Take(names.Count - 1))} or {names[names.Count - 1]}";
        string has = there.Count == 0 ? "it has no names at all"
            : there.Count > MostShown ? $"it has {string.Join(", ", there.Take(MostShown))} and {there.Count - MostShown} more"
            : $"it has {string.Join(", ", there)}";
        return new InputFault($"It has nothing that is called {wanted}; {has}.", $"Call the column or property {names[0]}, or give the values alone.");
    }
}
