using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes the names of this session's connections.</summary>
public sealed class ConnectionCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Session.Current.Connections.Values
            .Where(connection => connection.Name.StartsWith(Completion.Word(wordToComplete), StringComparison.OrdinalIgnoreCase))
            .Select(connection => Completion.Of(connection.Name, $"{connection.Service} at {connection.BaseUri}"));
}
