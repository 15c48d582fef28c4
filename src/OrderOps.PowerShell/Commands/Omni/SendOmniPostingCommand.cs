using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;
using OrderOps.Sandbox.Omni;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>Plays Increff Omni's part against a receiver, and gives a ledger of what was sent and what came back.</summary>
[Cmdlet(VerbsCommunications.Send, "OmniPosting", DefaultParameterSetName = GeneratedSet, SupportsShouldProcess = true)]
[OutputType(typeof(OmniLedger), typeof(PostingAnswer))]
public sealed class SendOmniPostingCommand : OrderOpsCmdlet, IDisposable
{
    private const string GeneratedSet = "Generated";
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly CancellationTokenSource _stop = new();
    private readonly List<OutgoingPosting> _given = new();

    /// <summary>The receiver's address.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Uri Uri { get; set; } = null!;

    /// <summary>How many postings of made-up orders.</summary>
    [Parameter(ParameterSetName = GeneratedSet)]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 100;

    /// <summary>Postings as texts, objects with their Raw text, or files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    [ValidateNotNull]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Files of postings.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files of postings, their names taken as they are.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Credentials, as headers.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Header { get; set; } = new Hashtable();

    /// <summary>The Get Credential address, asked once a 401 comes.</summary>
    [Parameter]
    public Uri? CredentialUri { get; set; }

    /// <summary>Postings a second.</summary>
    [Parameter]
    [ValidateRange(0.001, 1000000)]
    public double Rate { get; set; }

    /// <summary>Postings in flight at the most.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>Of 100 postings, how many repeat an earlier one.</summary>
    [Parameter]
    [ValidateRange(0, 90)]
    public double RepeatPercent { get; set; }

    /// <summary>Of 100 postings, how many bring known shipments under a new message id.</summary>
    [Parameter]
    [ValidateRange(0, 90)]
    public double RenumberPercent { get; set; }

    /// <summary>By how many later postings one may be overtaken.</summary>
    [Parameter]
    [ValidateRange(0, 10000)]
    public int Shuffle { get; set; }

    /// <summary>The same seed makes the same postings.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Seed { get; set; }

    /// <summary>Seconds that an answer may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 45;

    /// <summary>How often a posting is sent again that got no answer, or 408, 429 or 5xx.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>Seconds before the first retry; the wait doubles, up to 30.</summary>
    [Parameter]
    [ValidateRange(0.01, 3600)]
    public double RetryIntervalSec { get; set; } = 1;

    /// <summary>Also gives what became of each posting.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Take any certificate.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Allow http to a host that is not this machine.</summary>
    [Parameter]
    public SwitchParameter AllowUnencrypted { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject item in InputObject)
        {
            if (PostingInput.Read(item) is { } postings)
            {
                _given.AddRange(postings);
            }
            else
            {
                WriteError(Failures.Record(
                    new ArgumentException("The input is no posting: neither text, nor a file, nor an object with a Raw text."),
                    "InputNotUsable",
                    ErrorCategory.InvalidData,
                    item,
                    "Give JSON texts, files as Get-Item gives them, or what Get-OmniPosting -Raw gives."));
            }
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        using OmniSender sender = PostingInput.Sender(Options(), AllowUnencrypted);
        MessageIds ids = MyInvocation.BoundParameters.ContainsKey(nameof(Seed)) ? new MessageIds(1 + (Seed * 1_000_000_000L)) : MessageIds.FromClock();
        IEnumerable<OutgoingPosting> postings = PostingMix.Apply(Source(ids), Mix(), ids);
        string what = ParameterSetName == GeneratedSet
            ? string.Format(CultureInfo.InvariantCulture, "Send {0} postings of made-up orders", Count)
            : "Send postings";
        OmniLedger ledger = ShouldProcess(Uri.AbsoluteUri, what) ? Run(sender, postings) : sender.Rehearse(postings);
        WriteObject(ledger);
        if (ledger.Refused + ledger.Unanswered > 0)
        {
            WriteError(NotAcknowledged(ledger));
        }
    });

    /// <inheritdoc />
    protected override void StopProcessing() => _stop.Cancel();

    private OmniLedger Run(OmniSender sender, IEnumerable<OutgoingPosting> postings)
    {
        RunProgress progress = new("Sending postings", TimeProvider.System, Interactivity.SomebodyLooks(Host.Name));
        using BlockingCollection<PostingAnswer> answers = new(1024);
        Task<OmniLedger> run = SendAsync(sender, postings, answers);
        try
        {
            while (!answers.IsCompleted)
            {
                if (answers.TryTake(out PostingAnswer? answer, 200))
                {
                    WriteObject(answer);
                }

                progress.Show(Output, () => sender.Ledger.ToString());
            }

            progress.Complete(Output);
            return run.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever asked for no more output: nothing goes on sending behind the command's back.
            _stop.Cancel();
            Task.WaitAny([run], 800);
        }
    }

    private async Task<OmniLedger> SendAsync(OmniSender sender, IEnumerable<OutgoingPosting> postings, BlockingCollection<PostingAnswer> answers)
    {
        CancellationToken stop = _stop.Token;
        try
        {
            return await sender.SendAsync(postings, PassThru ? answer => answers.Add(answer, stop) : null, stop).ConfigureAwait(false);
        }
        finally
        {
            answers.CompleteAdding();
        }
    }

    private IEnumerable<OutgoingPosting> Source(MessageIds ids)
    {
        if (ParameterSetName == GeneratedSet)
        {
            bool seeded = MyInvocation.BoundParameters.ContainsKey(nameof(Seed));
            DateTimeOffset start = seeded ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) : DateTimeOffset.UtcNow;
            return GeneratedPostings.Endless(seeded ? Seed : Guid.NewGuid().GetHashCode(), ids, start);
        }

        return _given.Concat(FilePaths.Resolve(this, Path, LiteralPath, null).ToArray().SelectMany(PostingInput.ReadFile));
    }

    private MixOptions Mix() => new()
    {
        Count = ParameterSetName == GeneratedSet ? Count : 0,
        Repeats = RepeatPercent / 100,
        Renumbered = RenumberPercent / 100,
        Shuffle = Shuffle,
        Seed = Seed,
    };

    private OmniOptions Options() => new(Uri)
    {
        Headers = PostingInput.Headers(Header),
        CredentialAddress = CredentialUri,
        Rate = Rate,
        Concurrency = ThrottleLimit,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaximumRetryCount = MaximumRetryCount,
        RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
        MaximumRetryWait = TimeSpan.FromSeconds(Math.Max(30, RetryIntervalSec)),
        SkipCertificateCheck = SkipCertificateCheck,
    };

    private static ErrorRecord NotAcknowledged(OmniLedger ledger) => Failures.Record(
        new InvalidOperationException(string.Format(
            CultureInfo.InvariantCulture,
            "{0} of {1} postings were not acknowledged: {2}",
            ledger.Refused + ledger.Unanswered,
            ledger.Postings,
            string.Join(", ", ledger.Reasons.OrderByDescending(reason => reason.Value).Select(reason => $"{reason.Value} × {reason.Key}")))),
        "OmniPostingsNotAcknowledged",
        ErrorCategory.ResourceUnavailable,
        ledger,
        "Look at Reasons of the ledger; -PassThru shows each posting. 401: -Header or -CredentialUri; no connection: is the receiver listening at that address?");
}
