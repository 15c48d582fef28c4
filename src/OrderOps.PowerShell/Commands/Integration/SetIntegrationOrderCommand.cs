using System.Management.Automation;
using OrderOps.Integration;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Commands.Integration;

/// <summary>Inserts or updates orders at the integration service, and gives one result an order.</summary>
[Cmdlet(VerbsCommon.Set, "IntegrationOrder", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(UpsertResult))]
public sealed class SetIntegrationOrderCommand : IntegrationCmdlet<Order>
{
    private protected override RowSchema<Order> Schema => OrderRows.Schema;

    private protected override UpsertEndpoint Endpoint => UpsertEndpoint.Orders;

    private protected override CheckedEntry Check(GroupedOrder<Order> grouped) => OrderRules.Check(grouped.Order, grouped.Findings);
}
