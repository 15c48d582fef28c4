using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using OrderOps.PowerShell.Connections;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes what can be asked of a service, by the <c>-Service</c> that stands on the line, or of all.</summary>
public sealed class OperationCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        JournalOperations.Of(fakeBoundParameters?["Service"] as string)
            .Where(operation => operation.StartsWith(Completion.Word(wordToComplete), StringComparison.OrdinalIgnoreCase))
            .Select(operation => Completion.Of(operation, operation));
}
