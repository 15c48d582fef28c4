using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes the ids of time zones.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.Id.StartsWith(Completion.Word(wordToComplete), StringComparison.OrdinalIgnoreCase))
            .Select(zone => Completion.Of(zone.Id, zone.DisplayName));
}
