using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// What is collected and what was paid. A prepaid order collects nothing and has its total paid in advance; a COD order
/// without an amount collects its total. A COD order that says 0 is sent, with a warning: the vendor's own sample is one.
/// </summary>
internal static class PaymentRule
{
    private static readonly string Cod = OrderField.CodAmount.WireName;
    private static readonly string Advance = OrderField.AdvanceAmount.WireName;

    public static void Settle(Order order, FindingList findings)
    {
        bool readable = !findings.Stops(OrderField.PaymentMode.WireName) && !findings.Stops(OrderField.TotalAmount.WireName)
            && !findings.Stops(Cod) && !findings.Stops(Advance);
        if (readable && order.PaymentMode == PaymentModeRule.Prepaid)
        {
            SettlePrepaid(order, findings);
        }
        else if (readable && order.PaymentMode == PaymentModeRule.Cod)
        {
            SettleCod(order, findings);
        }

        order.CodAmount = OrZero(order.CodAmount);
        order.AdvanceAmount = OrZero(order.AdvanceAmount);
    }

    private static void SettlePrepaid(Order order, FindingList findings)
    {
        string cod = OrZero(order.CodAmount);
        string advance = OrZero(order.AdvanceAmount);
        string total = order.TotalAmount!;
        if (!NumberText.IsZero(cod))
        {
            findings.Error(Cod, cod, "would not be collected, since payment_mode is Prepaid",
                "Set payment_mode to COD if the money is to be collected, or cod_amount to 0 if it was paid.");
            return;
        }

        if (!NumberText.IsZero(advance) && NumberText.ValueOf(advance) != NumberText.ValueOf(total))
        {
            findings.Warning(Advance, advance, $"is not the total of a prepaid order, and goes out as {total}",
                "Leave it blank, or check payment_mode and total_amount.");
        }

        order.CodAmount = "0";
        order.AdvanceAmount = total;
    }

    private static void SettleCod(Order order, FindingList findings)
    {
        string cod = order.CodAmount ?? "";
        string advance = OrZero(order.AdvanceAmount);
        string total = order.TotalAmount!;
        if (cod.Length == 0 && !NumberText.IsZero(advance))
        {
            findings.Error(Cod, "", $"is blank, though {advance} of {total} was paid in advance", "Say in cod_amount how much is to be collected.");
            return;
        }

        cod = cod.Length == 0 ? total : cod;
        order.CodAmount = cod;
        if (NumberText.IsZero(cod))
        {
            findings.Warning(Cod, cod, "collects nothing, though payment_mode is COD", "Give the amount to collect, or set payment_mode to Prepaid.");
        }
        else if (NumberText.ValueOf(cod) > NumberText.ValueOf(total))
        {
            findings.Warning(Cod, cod, $"is more than total_amount '{total}'", "Check both amounts.");
        }
    }

    private static string OrZero(string? amount) => string.IsNullOrEmpty(amount) ? "0" : amount!;
}
