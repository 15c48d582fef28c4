using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>Listens for postings of Increff Omni, stores each before it answers, and emits each new one once.</summary>
[Cmdlet(VerbsCommunications.Receive, "OmniPosting", DefaultParameterSetName = ListenSet, SupportsShouldProcess = true)]
[OutputType(typeof(ReceivedPosting), ParameterSetName = [ListenSet, DrainSet])]
[OutputType(typeof(ReceiverStatus), ParameterSetName = [StatusSet])]
public sealed class ReceiveOmniPostingCommand : InboxCmdlet, IDisposable
{
    private const string ListenSet = "Listen";
    private const string DrainSet = "Drain";
    private const string StatusSet = "Status";

    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();

    // The other one is cancelled however the command ends.
    private readonly CancellationTokenSource _stopping = new();
    private ReceivingRun? _run;

    /// <summary>The address to listen at.</summary>
    [Parameter(Position = 0, ParameterSetName = ListenSet)]
    [Parameter(Position = 0, ParameterSetName = StatusSet)]
    [ValidateNotNullOrEmpty]
    public string Prefix { get; set; } = "http://127.0.0.1:8085/omni/";

    /// <summary>Headers that a posting must carry; of several sets, one.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [HeaderTransformation]
    [ValidateNotNull]
    public IDictionary[] Header { get; set; } = [];

    /// <summary>Let postings in without credentials.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    public SwitchParameter AllowAnonymous { get; set; }

    /// <summary>Listen at an address that other machines reach.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    public SwitchParameter AllowRemote { get; set; }

    /// <summary>Bytes that a posting may have.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(1024, 256 * 1024 * 1024)]
    public int MaxBodySize { get; set; } = 16 * 1024 * 1024;

    /// <summary>Seconds that a body may take to arrive, and again that storing may take.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(1, 20)]
    public int TimeoutSec { get; set; } = 15;

    /// <summary>Postings that are read or stored at the same time, at the most.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(1, 4096)]
    public int ThrottleLimit { get; set; } = 256;

    /// <summary>The path, below the prefix, at which credentials are handed out.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidatePattern("^[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*$")]
    public string? CredentialEndpoint { get; set; }

    /// <summary>The header whose values are handed out.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateNotNullOrEmpty]
    public string CredentialHeader { get; set; } = "X-Omni-Key";

    /// <summary>For how long the same value is handed out.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [SecondsTransformation]
    public TimeSpan CredentialLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>For how long a value stays good after the next could have been had.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [SecondsTransformation]
    public TimeSpan CredentialOverlap { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The name under which messageIds are unique.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "default";

    /// <summary>Emit what is stored and undelivered, without listening.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DrainSet)]
    public SwitchParameter Drain { get; set; }

    /// <summary>Ask a receiver how it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StatusSet)]
    public SwitchParameter Status { get; set; }

    /// <summary>End after so many postings.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = DrainSet)]
    [ValidateRange(1, long.MaxValue)]
    public long Count { get; set; }

    /// <summary>End when no posting came for so long.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [SecondsTransformation]
    public TimeSpan IdleTimeout { get; set; }

    /// <summary>End at this time.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    public DateTime Until { get; set; }

    /// <summary>Leave postings undelivered until Complete-OmniPosting says otherwise.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = DrainSet)]
    public SwitchParameter ManualAck { get; set; }

    /// <summary>Attempts after which a posting that Complete-OmniPosting sets failed is put aside.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = DrainSet)]
    [ValidateRange(1, 1000)]
    public int MaxAttempt { get; set; } = 5;

    /// <summary>Give the body as it came beside what was read of it.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [Parameter(ParameterSetName = DrainSet)]
    public SwitchParameter Raw { get; set; }

    /// <summary>Days that bodies of delivered postings are kept.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(1, 36500)]
    public int BodyRetentionDays { get; set; } = 30;

    /// <summary>Days that messageIds, shipmentCodes and hashes are kept.</summary>
    [Parameter(ParameterSetName = ListenSet)]
    [ValidateRange(1, 36500)]
    public int IdentityRetentionDays { get; set; } = 400;

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _run?.Dispose();
        _stop.Dispose();
        _stopping.Dispose();
    }

    /// <inheritdoc />
    protected override void EndProcessing() => InboxGuarded(() =>
    {
        if (Status)
        {
            Uri address = ReceiverPrefix.Read(Prefix, allowRemote: true).Address;
            WriteObject(Task.Run(() => ReceiverStatus.AskAsync(address, _stop.Token)).GetAwaiter().GetResult());
        }
        else
        {
            Receive();
        }
    });

    /// <inheritdoc />
    protected override void StopProcessing()
    {
        _stopping.Cancel();
        _stop.Cancel();
    }

    private void Receive()
    {
        ReceiverOptions? listening = Drain ? null : ReceiverOptions();
        string where = Inbox ?? "the default inbox";
        bool goesOn = listening is null
            ? ShouldProcess(where, "Emit undelivered postings")
            : ShouldProcess(PostingReceiver.Check(Prefix, listening).ToString(), $"Receive postings into {where}");
        if (!goesOn)
        {
            return;
        }

        _run = ReceivingRun.Begin(
            new InboxOptions
            {
                Path = Inbox,
                Receiver = Name,
                Prunes = !Drain,
                BodyRetention = TimeSpan.FromDays(BodyRetentionDays),
                IdentityRetention = TimeSpan.FromDays(IdentityRetentionDays),
            },
            MaxAttempt,
            _stopping.Token);
        if (listening is not null)
        {
            _run.Listen(Prefix, listening with { Credentials = Offer(_run) }, Name);
            WriteVerbose($"Bodies of delivered postings are kept for {BodyRetentionDays} days, identities for {IdentityRetentionDays}.");
            WriteVerbose($"Listening at {_run.Address}; storing in {_run.Path}.");
            WarnOfOpenDoors(listening);
        }

        RunProgress progress = new("Receiving postings", TimeProvider.System, Interactivity.SomebodyLooks(Host.Name));
        _run.Emit(
            new DeliveryOptions
            {
                Drain = Drain,
                ManualAck = ManualAck,
                Count = Count > 0 ? Count : null,
                IdleTimeout = IdleTimeout > TimeSpan.Zero ? IdleTimeout : null,
                Until = Bound(nameof(Until)) ? new DateTimeOffset(Until) : null,
            },
            Raw,
            WriteObject,
            HadEnough,
            () => Look(progress),
            PatienceAtTheEnd,
            _stop.Token);
        Look(progress);
        progress.Complete(Output);
    }

    // What Select-Object -First throws after it took the last one arrives as if the pipeline were being stopped, which it is not.
    private bool HadEnough(Exception failure) => failure is PipelineStoppedException && !Stopping && !_stop.IsCancellationRequested;

    private void Look(RunProgress progress)
    {
        foreach (string line in _run!.Untold())
        {
            WriteWarning(line);
        }

        progress.Show(Output, () => _run.SoFar);
    }

    private void WarnOfOpenDoors(ReceiverOptions listening)
    {
        if (listening.AllowRemote && listening.AllowAnonymous && !ReceiverPrefix.Read(Prefix, allowRemote: true).IsLoopback)
        {
            WriteWarning("Whoever reaches this machine can send postings: nothing asks for credentials.");
        }
    }

    private ReceiverOptions ReceiverOptions() => new()
    {
        Headers = Header.Select(static headers => HeaderSet.Of(HeaderTransformationAttribute.Reveal(headers))).ToArray(),
        AllowAnonymous = AllowAnonymous,
        AllowRemote = AllowRemote,
        MaximumBodySize = MaxBodySize,
        StepTimeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumInHand = ThrottleLimit,
        Credentials = Offer(null),
    };

    private CredentialOffer? Offer(ReceivingRun? run) => CredentialEndpoint is null
        ? null
        : new(CredentialEndpoint, CredentialHeader, CredentialLifetime, CredentialOverlap, 6, call => run?.Note(call));

    private bool Bound(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
