using OrderOps.Journal;
using OrderOps.Omni;
using OrderOps.PowerShell.Commands.Operations;
using Xunit;

namespace OrderOps.PowerShell.Tests.Operations;

public sealed class DataRemovalTests
{
    [Theory]
    [InlineData(1, 1, 0, "1 order and 1 run", "")]
    [InlineData(1234, 0, 1, "1234 orders and 0 runs", "1 order stays: ")]
    [InlineData(0, 0, 20, "0 orders and 0 runs", "20 orders stay: ")]
    public void Says_of_a_journal_what_went_and_what_stayed(long orders, long runs, long kept, string what, string message)
    {
        DataRemoval removal = DataRemoval.Of(new Removal(orders, runs, kept), "/x/journal.db", done: true);
        Assert.Equal(("Journal", "/x/journal.db", orders, runs, kept), (removal.Store, removal.Path, removal.Orders, removal.Runs, removal.Kept));
        Assert.Null(removal.Postings);
        Assert.Equal(what, removal.What);
        Assert.StartsWith(message, removal.Message, System.StringComparison.Ordinal);
        Assert.Equal(kept == 0, removal.Message.Length == 0);
        Assert.Equal(orders + runs == 0, removal.IsEmpty);
    }

    [Theory]
    [InlineData(1, 2, 0, "1 posting and 2 shipments", "")]
    [InlineData(0, 0, 1, "0 postings and 0 shipments", "1 posting stays: ")]
    public void Says_of_an_inbox_what_went_and_what_stayed(long postings, long shipments, long kept, string what, string message)
    {
        DataRemoval removal = DataRemoval.Of(new InboxRemoval(postings, shipments, kept), "/x/inbox.db", done: false);
        Assert.Equal(("Inbox", "/x/inbox.db", postings, shipments, kept), (removal.Store, removal.Path, removal.Postings, removal.Shipments, removal.Kept));
        Assert.Null(removal.Orders);
        Assert.False(removal.Done);
        Assert.Equal(what, removal.What);
        Assert.StartsWith(message, removal.Message, System.StringComparison.Ordinal);
        Assert.Equal(postings + shipments == 0, removal.IsEmpty);
    }
}
