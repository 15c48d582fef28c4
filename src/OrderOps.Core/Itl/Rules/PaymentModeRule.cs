using System.Collections.Generic;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// <c>COD</c> or <c>Prepaid</c>. Only words that leave no doubt whether money is collected at the door are taken: a
/// gateway's name or an order's state does not say it.
/// </summary>
internal static class PaymentModeRule
{
    public const string Cod = "COD";
    public const string Prepaid = "Prepaid";

    private const string Remedy =
        "Give COD (also: cash on delivery, pay on delivery, collect) or Prepaid (also: paid, ppd, online, UPI, card, net banking, wallet).";

    private static readonly Dictionary<string, string> Modes = new(System.StringComparer.Ordinal)
    {
        ["cod"] = Cod,
        ["codorder"] = Cod,
        ["cashondelivery"] = Cod,
        ["cashondeliverycod"] = Cod,
        ["codcashondelivery"] = Cod,
        ["cashcollect"] = Cod,
        ["cashcollection"] = Cod,
        ["collect"] = Cod,
        ["collectondelivery"] = Cod,
        ["payondelivery"] = Cod,
        ["paymentondelivery"] = Cod,
        ["prepaid"] = Prepaid,
        ["prepaidorder"] = Prepaid,
        ["prepay"] = Prepaid,
        ["prepayment"] = Prepaid,
        ["ppd"] = Prepaid,
        ["paid"] = Prepaid,
        ["paidonline"] = Prepaid,
        ["online"] = Prepaid,
        ["onlinepaid"] = Prepaid,
        ["onlinepayment"] = Prepaid,
        ["upi"] = Prepaid,
        ["card"] = Prepaid,
        ["creditcard"] = Prepaid,
        ["debitcard"] = Prepaid,
        ["creditdebitcard"] = Prepaid,
        ["netbanking"] = Prepaid,
        ["wallet"] = Prepaid,
    };

    private static readonly HashSet<string> States = new(System.StringComparer.Ordinal)
    {
        "pending", "unpaid", "notpaid", "authorized", "authorised", "partiallypaid", "partialpaid", "partial",
        "refunded", "partiallyrefunded", "voided", "expired", "failed",
    };

    public static RuleAnswer Apply(string text)
    {
        if (text is Cod or Prepaid)
        {
            return RuleAnswer.Take(text is Cod ? Cod : Prepaid);
        }

        string word = Fold(text);
        return Modes.TryGetValue(word, out string? mode) ? RuleAnswer.Take(mode)
            : States.Contains(word) ? RuleAnswer.Refuse("is a state of the payment and does not say whether money is to be collected", Remedy)
            : RuleAnswer.Refuse("is not a known payment mode", Remedy);
    }

    /// <summary>Its letters and digits, in lower case.</summary>
    private static string Fold(string text)
    {
        char[] letters = new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(letters, 0, length);
    }
}
