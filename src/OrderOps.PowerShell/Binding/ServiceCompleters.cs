using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using OrderOps.PowerShell.Connections;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes what a service knows, by the <c>-Service</c> that stands on the line, or the default one.</summary>
public abstract class ServiceWordCompleter : IArgumentCompleter
{
    private protected ServiceWordCompleter()
    {
    }

    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string named = fakeBoundParameters?["Service"] as string ?? Services.All[0].Name;
        return Services.All
            .Where(service => parameterName == "Service" || string.Equals(service.Name, named, StringComparison.OrdinalIgnoreCase))
            .SelectMany(Words)
            .Where(word => word.StartsWith(Completion.Word(wordToComplete), StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Select(word => Completion.Of(word, word));
    }

    private protected abstract IEnumerable<string> Words(ServiceDescription service);
}

/// <summary>Completes the names of the services.</summary>
public sealed class ServiceCompleter : ServiceWordCompleter
{
    private protected override IEnumerable<string> Words(ServiceDescription service) => [service.Name];
}

/// <summary>Completes the names of a service's hosts.</summary>
public sealed class EnvironmentCompleter : ServiceWordCompleter
{
    private protected override IEnumerable<string> Words(ServiceDescription service) => service.Environments.Keys;
}

/// <summary>Completes the versions of a service's interface.</summary>
public sealed class ApiVersionCompleter : ServiceWordCompleter
{
    private protected override IEnumerable<string> Words(ServiceDescription service) => service.ApiVersions;
}
