using OrderOps.Outcomes;
using OrderOps.PowerShell.Connections;
using Xunit;

namespace OrderOps.PowerShell.Tests.Operations;

public sealed class JournalOperationsTests
{
    [Theory]
    [InlineData("sync", null, "Sync")]
    [InlineData("CANCEL", "itl", "Cancel")]
    [InlineData("deleteitem", "External", "DeleteItem")]
    public void Finds_an_operation_in_any_case_as_the_journal_spells_it(string name, string? service, string found) =>
        Assert.Equal(found, JournalOperations.Find(name, service));

    [Theory]
    [InlineData("Synch", null, "Use -Operation Sync, Cancel, SetOrder, SetProduct, Create, Update, DeleteItem.")]
    [InlineData("Sync", "External", "Use -Operation Create, Update, DeleteItem.")]
    public void Names_those_that_there_are_where_there_is_no_such_one(string name, string? service, string remedy)
    {
        ServiceConfigurationException failure = Assert.Throws<ServiceConfigurationException>(() => JournalOperations.Find(name, service));
        Assert.Equal(("OperationUnknown", remedy), (failure.ErrorId, failure.RecommendedAction));
    }
}
