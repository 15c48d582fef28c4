using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.External;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>What every command has that reads from ECOM.md: what comes is written at once, and a stop ends it at once.</summary>
public abstract class ExternalReadCmdlet : ConnectedCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private ServiceTransport? _transport;
    private ExternalReader? _reader;

    private protected ExternalReadCmdlet()
    {
    }

    /// <summary>Stage or Production. Neither is a default.</summary>
    [Parameter]
    [ValidateSet(ExternalEnvironment.Stage, ExternalEnvironment.Production)]
    public string? Environment { get; set; }

    /// <summary>The token for the header API-Token.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? ApiToken { get; set; }

    /// <summary>The token that says which site is meant.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? SiteToken { get; set; }

    /// <summary>The language of the service's texts.</summary>
    [Parameter]
    [ValidateSet("ro", "ru", "en")]
    public string? Language { get; set; }

    /// <summary>How this host calls operations, where it differs from the defaults.</summary>
    [Parameter]
    public IDictionary? Endpoint { get; set; }

    private protected ExternalReader Reader => _reader!;

    /// <summary>Ends what the command began; PowerShell runs it however the command ends.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what the command began.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _transport?.Dispose();
        _stop.Dispose();
    }

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        ServiceDescription service = ExternalEnvironment.Service;
        OrderOpsConnection? named = NamedConnection(service.Name);
        TransportOptions options = TransportOptions(named, throttleLimit: 1);
        ExternalConnection connection = new(
            AddressChoice.Of(service, BaseUri, Environment, named, options.AllowUnencrypted, ExternalWay.Missing),
            CredentialSource.Find(service.Name, nameof(ApiToken), ApiToken, named, System.Environment.GetEnvironmentVariable),
            CredentialSource.Find(service.Name, nameof(SiteToken), SiteToken, named, System.Environment.GetEnvironmentVariable),
            Language ?? named?.Language,
            ExternalWay.Endpoints(Endpoint, named));
        options.Secrets = [.. options.Secrets, .. connection.Secrets];
        _transport = new ServiceTransport(connection.BaseAddress, options);
        _reader = new ExternalReader(connection, _transport);
        Session.Current.Remember(_transport.Trace);
    });

    /// <inheritdoc />
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Writes a list, each entry as it is read.</summary>
    /// <param name="list">Makes the list.</param>
    /// <param name="target">What was asked for, for errors.</param>
    /// <param name="wanted">Leaves out what the service gave although it was not asked for.</param>
    private protected void WriteList<T>(Func<Listing<T>> list, object? target, Func<T, bool>? wanted = null)
        where T : ExternalRecord => Reading(target, () =>
    {
        using Listing<T> entries = list();
        bool counted = false;
        while (Wait(entries.NextPageAsync(_stop.Token)))
        {
            if (!counted && PagingParameters?.IncludeTotalCount == true)
            {
                counted = true;
                WriteObject(PagingParameters.NewTotalCount((ulong)(entries.Count ?? 0), entries.Count is null ? 0 : 1));
            }

            foreach (T entry in entries.Entries())
            {
                if (wanted?.Invoke(entry) != false)
                {
                    WriteObject(entry);
                }

                if (_stop.IsCancellationRequested)
                {
                    return;
                }
            }
        }

        if (entries.Warning is { } warning)
        {
            WriteWarning(warning);
        }
    });

    /// <summary>Writes what an id stands for.</summary>
    private protected void WriteOne<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> read, object? target)
        where T : ExternalRecord => Reading(target, () =>
    {
        foreach (T entry in Wait(read(_stop.Token)))
        {
            WriteObject(entry);
        }
    });

    /// <summary>Says that an input has no id.</summary>
    private protected void WriteNoId(PSObject? item, string names) => WriteError(Failures.Record(
        new ArgumentException($"'{item}' is no id, and has none: {names}."),
        "ExternalIdMissing",
        ErrorCategory.InvalidArgument,
        item,
        $"Give an id, or objects that have one as {names}."));

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private void Reading(object? target, Action read) => Guarded(() =>
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        try
        {
            read();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // PowerShell stops the command itself.
        }
        catch (ExternalReadException failure)
        {
            WriteError(Failures.Record(failure, failure.ErrorId, CategoryOf(failure), target, failure.RecommendedAction));
        }
    });

    private static ErrorCategory CategoryOf(ExternalReadException failure) => failure.ErrorId switch
    {
        ExternalErrors.NotFound => ErrorCategory.ObjectNotFound,
        ExternalErrors.IdInvalid or ExternalErrors.RequestRefused => ErrorCategory.InvalidArgument,
        ExternalErrors.ReplyUnreadable or ExternalErrors.PageRepeated => ErrorCategory.InvalidResult,
        ExternalErrors.NextOnOtherHost => ErrorCategory.SecurityError,
        _ => ErrorCategory.ConnectionError,
    };
}
