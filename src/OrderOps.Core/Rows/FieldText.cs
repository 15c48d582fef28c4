using System.Collections;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>The text of a cell that must be a single value.</summary>
internal static class FieldText
{
    /// <summary>The text, or nothing where it is blank or, with a finding, no single value.</summary>
    public static string? Of(object? cell, string field, ref List<Finding>? findings)
    {
        switch (cell)
        {
            case null:
                return null;
            case string text:
                return string.IsNullOrWhiteSpace(text) ? null : text;
            case InputRecord or IEnumerable:
                (findings ??= new List<Finding>()).Add(new Finding(
                    Finding.Error,
                    field,
                    cell is InputRecord ? "object" : "list",
                    $"'{field}' holds {(cell is InputRecord ? "an object" : "a list")} where one value is meant.",
                    "Give it one value."));
                return null;
            default:
                string? other = InputText.From(cell);
                return string.IsNullOrWhiteSpace(other) ? null : other;
        }
    }
}
