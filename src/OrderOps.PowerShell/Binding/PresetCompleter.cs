using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using OrderOps.Itl;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes the names of the built-in column maps.</summary>
public sealed class PresetCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        ColumnMap.Presets
            .Where(preset => preset.StartsWith(Completion.Word(wordToComplete), StringComparison.OrdinalIgnoreCase))
            .Select(preset => Completion.Of(preset, $"The columns of a {preset} order export"));
}
