using System;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>A column of a known export that can say that an order must not leave as it is.</summary>
/// <param name="Columns">The names that the column goes by.</param>
/// <param name="Refuses">Whether its text, never blank, refuses the order.</param>
/// <param name="Message">What that means.</param>
/// <param name="Remedy">What to do about it.</param>
internal sealed record PresetGuard(string[] Columns, Func<string, bool> Refuses, string Message, string Remedy)
{
    public Finding? Check(object? cell, string column)
    {
        string text = ShownText.Of(InputText.From(cell) ?? "");
        return text.Length > 0 && Refuses(text)
            ? new Finding(Finding.Error, column, text, $"{Message}: '{column}' is '{text}'.", Remedy)
            : null;
    }
}
