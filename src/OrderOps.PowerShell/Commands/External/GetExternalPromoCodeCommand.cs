using System.Management.Automation;
using OrderOps.External;

namespace OrderOps.PowerShell.Commands.External;

/// <summary>Gets all promo codes.</summary>
[Cmdlet(VerbsCommon.Get, "ExternalPromoCode", SupportsPaging = true)]
[OutputType(typeof(PromoCode))]
public sealed class GetExternalPromoCodeCommand : ExternalListCmdlet
{
    /// <inheritdoc />
    protected override void ProcessRecord() => WriteList(() => Reader.PromoCodes(Options), null);
}
