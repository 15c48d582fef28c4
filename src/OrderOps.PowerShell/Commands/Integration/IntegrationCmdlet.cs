using System;
using System.Management.Automation;
using System.Security;
using OrderOps.Input;
using OrderOps.Integration;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;
using OrderOps.Rows;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Commands.Integration;

/// <summary>What both commands have that upsert at the integration service.</summary>
/// <typeparam name="TEntry">What they take: orders or prices.</typeparam>
public abstract class IntegrationCmdlet<TEntry> : SendingCmdlet
    where TEntry : class
{
    private protected const string InputSet = "InputObject";
    private protected const string PathSet = "Path";
    private protected const string LiteralPathSet = "LiteralPath";

    private OrderStream<TEntry>? _entries;
    private UpsertRun? _run;

    private protected IntegrationCmdlet()
    {
    }

    /// <summary>What is to be set: typed, objects, hashtables, CSV rows, or files of them.</summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; } = [];

    /// <summary>Files (CSV, JSON, JSON lines); wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files, their names taken as they are.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The token that the vendor gave.</summary>
    [Parameter]
    [SecretTransformation]
    public SecureString? Token { get; set; }

    /// <summary>How many a request; the vendor names no limit.</summary>
    [Parameter]
    public int BatchSize { get; set; } = 100;

    /// <summary>Send each alone, so that the service's counts say what became of it.</summary>
    [Parameter]
    public SwitchParameter OneByOne { get; set; }

    /// <summary>Seconds after which a part-filled batch leaves when the source is slow.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public double BatchWaitSec { get; set; } = 5;

    /// <summary>Skip what was accepted with the same content.</summary>
    [Parameter]
    public SwitchParameter SkipUnchanged { get; set; }

    private protected override bool SkipsUnchanged => SkipUnchanged;

    private protected abstract RowSchema<TEntry> Schema { get; }

    private protected abstract UpsertEndpoint Endpoint { get; }

    /// <inheritdoc />
    protected override void BeginProcessing() => Guarded(() =>
    {
        IntegrationConnection connection = Connect();
        UpsertOptions options = Options();
        UpsertEndpoint endpoint = Endpoint;
        _run = new UpsertRun(connection, Transport!, endpoint, options, Summary, TimeProvider.System, RunJournal);
        _entries = new OrderStream<TEntry>(
            Pump(_run.Run, $"Setting {endpoint.Many} at the integration service"),
            (grouped, veto) => _run.Admit(Check(grouped), InputSource.Of(grouped), veto),
            Asks(ConfirmImpact.Medium) ? key => Agreed($"{endpoint.One} {key}", $"Set at the integration service {Target}") : null,
            IsWhatIf,
            endpoint.One);
        _entries.Intake = new OrderIntake<TEntry>(
            this,
            Output,
            new RowBinder<TEntry>(Schema),
            new RowGrouper<TEntry>(Schema, new GroupingOptions { DetectReappearance = false }),
            "Not sent, because the integration service has no such field: {0}. If one of them holds a field of the service, rename it.",
            _entries.Take,
            CountUnreadFile,
            NoteFailedFileRead);
    });

    /// <inheritdoc />
    protected override void ProcessRecord() => Guarded(() => _entries!.Take(InputObject));

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() => _entries!.Finish(Path, LiteralPath, Summary));

    /// <inheritdoc />
    private protected override void StopRun() => _entries?.Stop();

    private protected override InputRecord? Typed(object item) => item is TEntry entry ? OrderRecord.Of(Schema, entry) : null;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _entries?.Dispose();
        base.Dispose(disposing);
    }

    private protected abstract CheckedEntry Check(GroupedOrder<TEntry> grouped);

    private static ServiceConfigurationException Missing() => new(
        "BaseUriMissing",
        "It is not said where the integration service is: the vendor names no host, so there is no default.",
        "Give -BaseUri with the address that the vendor gave you, or -Connection with a connection made by Set-OrderOpsConnection -Service Integration -BaseUri …. To try it on this machine: $box = Start-OrderOpsSandbox, then -Connection $box.Integration.");

    private IntegrationConnection Connect()
    {
        ServiceDescription service = IntegrationConnection.Service;
        OrderOpsConnection? named = BeginRun(service);
        TransportOptions options = TransportOptions(named, ThrottleLimit);
        IntegrationConnection connection = new(
            AddressChoice.Of(service, BaseUri, environment: null, named, options.AllowUnencrypted, Missing),
            Credential(service, nameof(Token), Token, named))
        {
            Transport = options,
        };
        Open(service, connection.BaseAddress, options, connection.Secrets, named);
        return connection;
    }

    private UpsertOptions Options() => OneByOne && BatchSize != 1 && MyInvocation.BoundParameters.ContainsKey(nameof(BatchSize))
        ? throw new ServiceConfigurationException(
            "BatchSizeAndOneByOne",
            $"Both -OneByOne and -BatchSize {BatchSize} are given, and they disagree.",
            "Give one of them.")
        : new UpsertOptions { BatchSize = BatchSize, OneByOne = OneByOne, ThrottleLimit = ThrottleLimit, BatchWait = TimeSpan.FromSeconds(BatchWaitSec) };
}
