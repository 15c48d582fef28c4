using System;
using System.Globalization;
using System.Management.Automation;
using OrderOps.Omni;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>Says that postings of Receive-OmniPosting -ManualAck are done with, or that they failed.</summary>
[Cmdlet(VerbsLifecycle.Complete, "OmniPosting", DefaultParameterSetName = DoneSet, SupportsShouldProcess = true)]
public sealed class CompleteOmniPostingCommand : InboxCmdlet, IDisposable
{
    private const string DoneSet = "Done";
    private const string FailedSet = "Failed";

    private OpenInboxes.Use? _use;
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
    public void Dispose() => _use?.Dispose();

    /// <inheritdoc />
    protected override void ProcessRecord() => InboxGuarded(() =>
    {
        string target = string.Format(CultureInfo.InvariantCulture, "{0}{1}", InboxId.Length == 1 ? "posting " : "postings ", string.Join(", ", InboxId));
        if (!ShouldProcess(target, Failed ? "Set failed" : "Set delivered"))
        {
            return;
        }

        OpenInboxes.Use use = Use();
        if (!Failed)
        {
            use.Inbox.MarkDelivered(InboxId);
            return;
        }

        foreach (long id in InboxId)
        {
            use.Inbox.MarkFailed(id, Reason, MaxAttempt > 0 ? MaxAttempt : use.MaximumAttempts);
        }
    });

    private OpenInboxes.Use Use()
    {
        if (_use is null || _useOf != Inbox)
        {
            _use?.Dispose();
            _use = OpenInboxes.OfThisProcess.Open(new InboxOptions { Path = Inbox });
            _useOf = Inbox;
        }

        return _use;
    }
}
