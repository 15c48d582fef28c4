using System.Management.Automation;
using OrderOps.Itl;
using OrderOps.Rows;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>Checks orders against ITL's rules without sending anything, and gives one result an order with all findings.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ItlOrder", DefaultParameterSetName = InputSet)]
[OutputType(typeof(ItlOrderTest))]
public sealed class TestItlOrderCommand : ItlOrderInputCmdlet
{
    private long _index;

    private protected override ColumnMap ColumnMap() => OrderOps.Itl.ColumnMap.Create();

    private protected override RowGrouperOptions GrouperOptions() => new();

    private protected override bool Take(GroupedOrder<Order> grouped)
    {
        CheckedOrder order = Rules!.Check(grouped.Order, grouped.Findings);
        WriteObject(new ItlOrderTest(_index++, order, InputSource.Of(grouped)));
        return true;
    }
}
