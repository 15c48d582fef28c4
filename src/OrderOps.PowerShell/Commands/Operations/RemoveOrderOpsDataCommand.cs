using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using OrderOps.Journal;
using OrderOps.Omni;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Removes what is kept of orders for good: from the journal and from the inbox of postings.</summary>
[Cmdlet(VerbsCommon.Remove, "OrderOpsData", DefaultParameterSetName = KeySet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DataRemoval))]
public sealed class RemoveOrderOpsDataCommand : JournalCmdlet
{
    private const string KeySet = "Key";
    private const string BeforeSet = "Before";

    private readonly Dictionary<(string? Journal, string? Inbox), List<string>> _keys = [];
    private bool _inboxIsGiven;

    /// <summary>What was sent or received before this moment.</summary>
    [Parameter(ParameterSetName = BeforeSet, Mandatory = true)]
    public object? Before { get; set; }

    /// <summary>What is kept of the orders with these keys.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("OrderCode")]
    [ValidateNotNullOrEmpty]
    public string[] Key { get; set; } = [];

    /// <summary>The file of the inbox, by its full path.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FullPathCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Inbox { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _inboxIsGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Inbox));
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        (string?, string?) stores = (JournalIsGiven ? Journal : OrNull(Journal), _inboxIsGiven ? Inbox : OrNull(Inbox));
        if (!_keys.TryGetValue(stores, out List<string>? keys))
        {
            _keys.Add(stores, keys = []);
        }

        keys.AddRange(Key);
    }

    /// <inheritdoc />
    protected override void EndProcessing() => Guarded(() =>
    {
        DateTimeOffset? before = MomentArgument.Read(nameof(Before), Before);
        foreach (KeyValuePair<(string? Journal, string? Inbox), List<string>> stores in _keys)
        {
            string[]? keys = before is null ? [.. stores.Value.Distinct()] : null;
            bool both = stores.Key is { Journal: null, Inbox: null };
            if (both || stores.Key.Journal is not null)
            {
                RemoveFromJournal(stores.Key.Journal, new RemovalQuery(before, keys));
            }

            if (both || stores.Key.Inbox is not null)
            {
                RemoveFromInbox(stores.Key.Inbox, new InboxRemovalQuery(before, keys));
            }
        }
    });

    private void RemoveFromJournal(string? path, RemovalQuery query)
    {
        using SqliteJournal? looking = IfAny(path, () => SqliteJournal.Open(Options(path, readOnly: true)));
        if (looking is null)
        {
            return;
        }

        DataRemoval removal = DataRemoval.Of(looking.Remove(query), looking.Location, false);
        if (IsAgreed(removal))
        {
            using SqliteJournal journal = SqliteJournal.Open(Options(path, readOnly: false));
            Removal removed = journal.Remove(query);
            removal = DataRemoval.Of(removed, journal.Location, true);
            WarnUnless(
                removed.Erased,
                $"copies of it may stand in '{journal.Location}' and its log until the next removal: the disk had no room to write the file anew, or another process read or wrote without a pause");
        }

        WriteObject(removal);
    }

    private void RemoveFromInbox(string? path, InboxRemovalQuery query)
    {
        using PostingInbox? looking = IfAny(path, () => PostingInbox.Open(new InboxOptions { Path = path, ReadOnly = true }));
        if (looking is null)
        {
            return;
        }

        DataRemoval removal = DataRemoval.Of(looking.Remove(query), looking.Path, false);
        if (IsAgreed(removal))
        {
            using OpenInboxes.Use use = OpenInboxes.OfThisProcess.Open(new InboxOptions { Path = path }, StopToken);
            using CancellationTokenRegistration hurry = use.HurryOn(StopToken);
            InboxRemoval removed = use.Inbox.Remove(query);
            removal = DataRemoval.Of(removed, use.Inbox.Path, true);
            WarnUnless(removed.Erased, $"stands in '{use.Inbox.Path}-wal' until the process that reads it pauses or ends");
        }

        WriteObject(removal);
    }

    private void WarnUnless(bool erased, string but)
    {
        if (!erased)
        {
            WriteWarning($"It is removed, but {but}.");
        }
    }

    private bool IsAgreed(DataRemoval removal) => !removal.IsEmpty && Agreed($"{removal.Store} {removal.Path}", $"Remove {removal.What} for good");

    private T? IfAny<T>(string? path, Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (StoreException failure) when (path is null && failure.ErrorId is "StoreMissing" or "StoreFolderMissing")
        {
            WriteVerbose(failure.Message);
            return null;
        }
    }
}
