using System;
using System.Linq;
using System.Management.Automation;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Binding;

/// <summary>What a result holds as its input, as names and values in the input's own shape.</summary>
/// <param name="valueName">What a bare value is called, where the command takes such; nothing where it does not.</param>
/// <param name="typed">Reads what a typed model holds by the vendor's names; gives nothing for any other thing.</param>
internal sealed class FailedInput(string? valueName, Func<object, InputRecord?> typed)
{
    private readonly ItemReader _items = new();

    /// <summary>The rows of it, one or several.</summary>
    public InputRecord[] RowsOf(OrderResult result) =>
        result.InputObject is object?[] rows ? rows.Select(row => Row(row, result)).ToArray() : [Row(result.InputObject, result)];

    private InputRecord Row(object? row, OrderResult result)
    {
        object? bare = row is PSObject wrapped ? wrapped.BaseObject : row;
        if (bare is null || (valueName is not null && bare is string or ValueType or OrderResult))
        {
            object? value = bare is OrderResult ? result.Key : bare;
            return new InputRecord(new RecordShape(valueName is null ? [] : [valueName]), valueName is null ? [] : [value], row);
        }

        return typed(bare) ?? _items.Read(PSObject.AsPSObject(row));
    }
}
