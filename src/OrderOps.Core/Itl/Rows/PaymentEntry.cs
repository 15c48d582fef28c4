using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Outcomes;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>
/// The payment mode of an export that names the gateway in one column and says in another whether it was paid: any
/// gateway's name would do for a paid order, so the second column decides unless the first says cash on delivery.
/// </summary>
internal sealed class PaymentEntry(string method, string status, string[] paid, bool paidContradictsCod)
    : PresetEntry(OrderRows.Of(OrderField.PaymentMode))
{
    public override ValueSource? Resolve(Func<string, int> columns, ISet<int> claimed)
    {
        int methodColumn = columns(method);
        int statusColumn = columns(status);
        claimed.UnionWith(new[] { methodColumn, statusColumn }.Where(column => column >= 0));
        return methodColumn < 0 && statusColumn < 0 ? null : new Source(this, methodColumn, statusColumn);
    }

    /// <summary>Cash on delivery in any of its common wordings.</summary>
    public static bool SaysCod(string method) =>
        method.Equals("cod", StringComparison.OrdinalIgnoreCase)
        || method.IndexOf("(cod)", StringComparison.OrdinalIgnoreCase) >= 0
        || method.IndexOf("cash on delivery", StringComparison.OrdinalIgnoreCase) >= 0
        || method.IndexOf("pay on delivery", StringComparison.OrdinalIgnoreCase) >= 0;

    private string? Decide(string methodText, string statusText, ref List<Finding>? findings)
    {
        bool isPaid = paid.Contains(statusText, StringComparer.OrdinalIgnoreCase);
        if (SaysCod(methodText))
        {
            if (isPaid && paidContradictsCod)
            {
                (findings ??= new List<Finding>()).Add(new Finding(
                    Finding.Error,
                    OrderField.PaymentMode.WireName,
                    ShownText.Of(methodText),
                    $"'{method}' is '{methodText}' and '{status}' is '{statusText}': it is not clear whether there is money to collect.",
                    $"Leave the order out if it was delivered, or say which column decides: -Map @{{ payment_mode = '{method}' }}."));
            }

            return "COD";
        }

        return isPaid ? "Prepaid" : statusText.Length > 0 ? statusText : methodText.Length > 0 ? methodText : null;
    }

    private sealed class Source(PaymentEntry entry, int methodColumn, int statusColumn) : ValueSource
    {
        public override string? Read(object?[] cells, ref List<Finding>? findings) =>
            entry.Decide(Text(cells, methodColumn), Text(cells, statusColumn), ref findings);

        private static string Text(object?[] cells, int column) => column < 0 ? "" : InputText.From(cells[column])?.Trim() ?? "";
    }
}
