using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using OrderOps.Omni;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>Looks into the inbox, and gives postings as Receive-OmniPosting does, the oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "OmniPosting")]
[OutputType(typeof(ReceivedPosting))]
public sealed class GetOmniPostingCommand : InboxCmdlet, IDisposable
{
    private PostingInbox? _inbox;
    private string? _inboxOf;

    /// <summary>Postings with these message ids.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public long[] MessageId { get; set; } = [];

    /// <summary>Postings of these orders.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] OrderCode { get; set; } = [];

    /// <summary>Postings with these shipments.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] ShipmentCode { get; set; } = [];

    /// <summary>Postings of this event.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EventTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? EventType { get; set; }

    /// <summary>Postings that were received then or later.</summary>
    [Parameter]
    public DateTime Since { get; set; }

    /// <summary>Postings that stand there.</summary>
    [Parameter]
    [ValidateSet(InboxState.Undelivered, InboxState.Delivered, InboxState.Failed, InboxState.Quarantine)]
    public string? State { get; set; }

    /// <summary>Also the body as it came.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc />
    public void Dispose() => _inbox?.Dispose();

    /// <inheritdoc />
    protected override void ProcessRecord() => InboxGuarded(() =>
    {
        PostingInbox inbox = Open();
        foreach (InboxQuery query in Queries())
        {
            bool found = false;
            foreach (InboxEntry entry in inbox.Find(query))
            {
                found = true;
                WriteObject(ReceivedPosting.Of(entry, inbox.Path, Raw));
            }

            if (!found && query.MessageId is { } id)
            {
                WriteError(NotFound(id, inbox.Path));
            }
        }
    });

    private PostingInbox Open()
    {
        if (_inbox is null || _inboxOf != Inbox)
        {
            _inbox?.Dispose();
            _inbox = PostingInbox.Open(new InboxOptions { Path = Inbox, ReadOnly = true });
            _inboxOf = Inbox;
        }

        return _inbox;
    }

    private IEnumerable<InboxQuery> Queries() =>
        from id in MessageId.Length == 0 ? [null] : MessageId.Select(id => (long?)id)
        from order in OrAny(OrderCode)
        from shipment in OrAny(ShipmentCode)
        select new InboxQuery
        {
            MessageId = id,
            OrderCode = order,
            ShipmentCode = shipment,
            EventType = EventType,
            Since = MyInvocation.BoundParameters.ContainsKey(nameof(Since)) ? new DateTimeOffset(Since) : null,
            State = State,
        };

    private static string?[] OrAny(string[] values) => values.Length == 0 ? [null] : (string?[])values;

    private static ErrorRecord NotFound(long id, string path) => Failures.Record(
        new ItemNotFoundException(string.Format(CultureInfo.InvariantCulture, "The inbox '{0}' has no such posting with messageId {1}.", path, id)),
        "PostingNotFound",
        ErrorCategory.ObjectNotFound,
        id,
        "Look for it by -OrderCode, or without -State, -EventType and -Since. Identities are kept for 400 days, unless Receive-OmniPosting says otherwise.");
}
