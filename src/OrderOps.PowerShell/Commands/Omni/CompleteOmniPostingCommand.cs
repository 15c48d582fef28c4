using System;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using OrderOps.Omni;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>Says that postings of Receive-OmniPosting -ManualAck are done with, or that they failed.</summary>
[Cmdlet(VerbsLifecycle.Complete, "OmniPosting", DefaultParameterSetName = DoneSet, SupportsShouldProcess = true)]
public sealed class CompleteOmniPostingCommand : InboxCmdlet, IDisposable
{
    private const string DoneSet = "Done";
    private const string FailedSet = "Failed";

    private readonly CancellationTokenSource _stopping = new();
    private OpenInboxes.Use? _use;
    private CancellationTokenRegistration _hurry;
    private string? _useOf;

    /// <summary>The postings, by their numbers in the inbox.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    public long[] InboxId { get; set; } = [];

    /// <summary>They failed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FailedSet)]
    public new SwitchParameter Failed { get; set; }

    /// <summary>Why they failed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FailedSet)]
    [ValidateNotNullOrEmpty]
    public string Reason { get; set; } = "";

    /// <summary>Attempts after which what fails is put aside.</summary>
    [Parameter(ParameterSetName = FailedSet)]
    [ValidateRange(1, 1000)]
    public int MaxAttempt { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        GiveBack();
        _stopping.Dispose();
    }

    /// <summary>Stops the command: an inbox that another process has locked is hardly waited for any more.</summary>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc />
    protected override void ProcessRecord() => InboxGuarded(() =>
    {
        string target = string.Format(CultureInfo.InvariantCulture, "{0}{1}", InboxId.Length == 1 ? "posting " : "postings ", string.Join(", ", InboxId));
        if (!ShouldProcess(target, Failed ? "Set failed" : "Set delivered"))
        {
            return;
        }

        OpenInboxes.Use use = Use();
        foreach (long id in InboxId)
        {
            bool found = Failed ? use.Inbox.MarkFailed(id, Reason, MaxAttempt > 0 ? MaxAttempt : use.MaximumAttempts) : use.Inbox.MarkDelivered([id]) == 1;
            if (!found)
            {
                WriteError(NotFound(id));
            }
        }
    });

    private ErrorRecord NotFound(long id) => Failures.Record(
        new ItemNotFoundException(string.Format(CultureInfo.InvariantCulture, "The inbox has no posting {0} that could be set {1}.", id, Failed ? "failed" : "delivered")),
        "PostingNotFound",
        ErrorCategory.ObjectNotFound,
        id,
        "Look for it with Get-OmniPosting: it may be in quarantine, delivered before, or in another -Inbox.");

    private OpenInboxes.Use Use()
    {
        if (_use is null || _useOf != Inbox)
        {
            GiveBack();
            _use = OpenInboxes.OfThisProcess.Open(new InboxOptions { Path = Inbox }, _stopping.Token);
            _hurry = _use.HurryOn(_stopping.Token);
            _useOf = Inbox;
        }

        return _use;
    }

    private void GiveBack()
    {
        _hurry.Dispose();
        _use?.Dispose();
        _use = null;
    }
}
