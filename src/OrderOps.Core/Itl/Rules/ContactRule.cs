using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>What the receiver can be found by: an address that is long enough, and an e-mail that looks like one.</summary>
internal static class ContactRule
{
    /// <summary>Characters that the three lines of an address have at least.</summary>
    private const int ShortestAddress = 10;

    public static void Check(Order order, FindingList findings)
    {
        string add = order.Address ?? "";
        int length = add.Length + (order.Address2?.Length ?? 0) + (order.Address3?.Length ?? 0);
        if (length < ShortestAddress && add.Length > 0)
        {
            findings.Error(OrderField.Address.WireName, add, "is, with add2 and add3, shorter than 10 characters", "Give house, street and area.");
        }

        CheckEmail(OrderField.Email, order, findings);
        if (order.BillingEmail != order.Email)
        {
            CheckEmail(OrderField.BillingEmail, order, findings);
        }
    }

    private static void CheckEmail(OrderField field, Order order, FindingList findings)
    {
        string email = order[field] ?? "";
        if (email.Length > 0 && !EmailText.LooksRight(email))
        {
            findings.Warning(field.WireName, email, "does not look like an e-mail address", "Mend it, or leave it blank.");
        }
    }
}
