using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using OrderOps.Omni;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes what a posting of Omni can tell of.</summary>
public sealed class EventTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        OmniEventType.All
            .Where(type => type.StartsWith(Completion.Word(wordToComplete), StringComparison.OrdinalIgnoreCase))
            .Select(type => Completion.Of(type, type));
}
