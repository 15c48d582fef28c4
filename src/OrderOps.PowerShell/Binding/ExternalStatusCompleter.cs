using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using OrderOps.External;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes the states of ECOM.md's orders; a part in the middle is enough.</summary>
public sealed class ExternalStatusCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string word = Completion.Word(wordToComplete);
        return OrderStatus.Known
            .Where(status => status.StartsWith(word, StringComparison.OrdinalIgnoreCase) || status.IndexOf("_" + word, StringComparison.OrdinalIgnoreCase) >= 0)
            .Select(status => Completion.Of(status, status.Replace('_', ' ')));
    }
}
