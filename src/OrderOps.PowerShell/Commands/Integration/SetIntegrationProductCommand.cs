using System.Management.Automation;
using OrderOps.Integration;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Commands.Integration;

/// <summary>Inserts or updates prices of products at the integration service, and gives one result a product.</summary>
[Cmdlet(VerbsCommon.Set, "IntegrationProduct", DefaultParameterSetName = InputSet, SupportsShouldProcess = true)]
[OutputType(typeof(UpsertResult))]
public sealed class SetIntegrationProductCommand : IntegrationCmdlet<ProductPrice>
{
    private protected override RowSchema<ProductPrice> Schema => PriceRows.Schema;

    private protected override UpsertEndpoint Endpoint => UpsertEndpoint.Products;

    private protected override CheckedEntry Check(GroupedOrder<ProductPrice> grouped) => OrderRules.Check(grouped.Order, grouped.Findings);
}
