using System.Collections.Generic;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// Who is billed. Without billing data, or where the order says that it is the same, all of it is copied from delivery
/// and sent with <c>is_billing_same_as_shipping</c> = <c>yes</c>. Where some is given the flag is <c>no</c>, and what is
/// missing is copied by whole parts only (name, address, phone, e-mail): half of one address and half of another
/// would be a third that does not exist.
/// </summary>
internal static class BillingRule
{
    private static readonly (OrderField Billing, OrderField Delivery)[][] Parts =
    {
        new[] { (OrderField.BillingName, OrderField.Name), (OrderField.BillingCompanyName, OrderField.CompanyName) },
        new[]
        {
            (OrderField.BillingAddress, OrderField.Address), (OrderField.BillingAddress2, OrderField.Address2),
            (OrderField.BillingAddress3, OrderField.Address3), (OrderField.BillingPin, OrderField.Pin),
            (OrderField.BillingCity, OrderField.City), (OrderField.BillingState, OrderField.State),
            (OrderField.BillingCountry, OrderField.Country),
        },
        new[] { (OrderField.BillingPhone, OrderField.Phone), (OrderField.BillingAltPhone, OrderField.AltPhone) },
        new[] { (OrderField.BillingEmail, OrderField.Email) },
    };

    private static readonly bool[] IsBilling = MarkBilling();

    /// <summary>Whether the field belongs to billing; the flag itself does not.</summary>
    public static bool Owns(OrderField field) => IsBilling[field.Ordinal];

    /// <summary>Settles the flag and copies from delivery. Billing values that stay are checked by their own rules.</summary>
    /// <param name="order">As it came.</param>
    /// <param name="result">Normalised, but for billing.</param>
    /// <param name="values">The rules of single values.</param>
    /// <param name="findings">Takes what is noticed.</param>
    public static void Settle(Order order, Order result, ValueRule values, FindingList findings)
    {
        string flag = result[OrderField.BillingSameAsShipping] ?? "";
        bool given = HasAny(order, Parts);
        bool same = flag == "yes" || !given;
        if (same && flag == "no")
        {
            findings.Warning(OrderField.BillingSameAsShipping.WireName, flag, "comes without billing data, so the delivery address is billed and it goes out as yes",
                "Give the billing address, or leave the flag blank.");
        }

        foreach ((OrderField Billing, OrderField Delivery)[] part in Parts)
        {
            if (same || !HasAny(order, part))
            {
                Copy(part, order, result, given, findings);
            }
            else
            {
                Read(part, order, result, values, findings);
            }
        }

        if (flag.Length == 0 || same)
        {
            result[OrderField.BillingSameAsShipping] = same ? "yes" : "no";
        }
    }

    private static void Copy((OrderField Billing, OrderField Delivery)[] part, Order order, Order result, bool given, FindingList findings)
    {
        foreach ((OrderField billing, OrderField delivery) in part)
        {
            string own = given ? CleanText.Of(order[billing]) : "";
            if (own.Length > 0 && own != CleanText.Of(order[delivery]) && own != result[delivery])
            {
                findings.Warning(billing.WireName, own, $"gives way to {delivery.WireName}, since {OrderField.BillingSameAsShipping.WireName} is yes",
                    $"Set {OrderField.BillingSameAsShipping.WireName} to no to send it.");
            }

            result[billing] = result[delivery];
        }
    }

    private static void Read((OrderField Billing, OrderField Delivery)[] part, Order order, Order result, ValueRule values, FindingList findings)
    {
        foreach ((OrderField billing, _) in part)
        {
            result[billing] = values.Apply(billing.Kind, FieldName.Of(billing), order[billing], billing.Required, variant: false, findings);
        }
    }

    private static bool HasAny(Order order, IEnumerable<(OrderField Billing, OrderField Delivery)[]> parts)
    {
        foreach ((OrderField Billing, OrderField Delivery)[] part in parts)
        {
            if (HasAny(order, part))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(Order order, (OrderField Billing, OrderField Delivery)[] part)
    {
        foreach ((OrderField billing, _) in part)
        {
            if (CleanText.Of(order[billing]).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool[] MarkBilling()
    {
        var marks = new bool[OrderField.Count];
        foreach ((OrderField Billing, OrderField Delivery)[] part in Parts)
        {
            foreach ((OrderField billing, _) in part)
            {
                marks[billing.Ordinal] = true;
            }
        }

        return marks;
    }
}
