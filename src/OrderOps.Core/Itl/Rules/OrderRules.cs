using System;
using System.Collections.Generic;
using OrderOps.Outcomes;
using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// The rules that the live service applies, applied before anything leaves the machine: what is safe is normalised, what
/// is not is refused with field, value and remedy. Nothing depends on the culture of the session. Safe to use from
/// several threads at once.
/// </summary>
public sealed class OrderRules
{
    private readonly ValueRule _values;
    private readonly ProductRules _products;
    private readonly ShipmentWriter _writer;

    /// <summary>Makes them.</summary>
    /// <param name="options">What the user said about dates and additional keys.</param>
    /// <exception cref="ServiceConfigurationException">The date format is none, or an additional key is one that an order has already.</exception>
    public OrderRules(OrderRuleOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        DateTimeOffset? now = options.Now;
        _values = new ValueRule(new DateRule(options.TimeZone, options.DateFormat, () => now ?? DateTimeOffset.UtcNow));
        _products = new ProductRules(_values);
        _writer = new ShipmentWriter(options.AdditionalField);
    }

    /// <summary>Checks one order.</summary>
    /// <param name="order">The order as it came; it is not changed.</param>
    /// <param name="earlier">What was noticed when it was read, e.g. rows that disagree; an error among them stops it.</param>
    public CheckedOrder Check(Order order, IReadOnlyList<Finding>? earlier = null)
    {
        if (order is null)
        {
            throw new ArgumentNullException(nameof(order));
        }

        var findings = new FindingList(earlier);
        if (IsEmpty(order))
        {
            return Nothing(findings);
        }

        var result = new Order();
        for (int i = 0; i < OrderField.Count; i++)
        {
            OrderField field = OrderField.All[i];
            if (!BillingRule.Owns(field))
            {
                result[field] = Read(field, order, findings);
            }
        }

        BillingRule.Settle(order, result, _values, findings);
        result.Products = _products.Apply(order.Products, findings);
        ContactRule.Check(result, findings);
        PaymentRule.Settle(result, findings);
        if (findings.HasErrors)
        {
            return new CheckedOrder(result, findings.All, writer: null);
        }

        return new CheckedOrder(result, findings.All, _writer);
    }

    // Eleven blank fields would hide the one thing that is wrong.
    private static CheckedOrder Nothing(FindingList findings)
    {
        if (!findings.HasErrors)
        {
            findings.Error(
                "order",
                "",
                "is blank, as is everything else of an order",
                "Name its columns as ITL does (order, order_date, name, add, pin, ...), or say which is which with ConvertTo-ItlOrder -Map.");
        }

        return new CheckedOrder(new Order(), findings.All, writer: null);
    }

    private static bool IsEmpty(Order order)
    {
        for (int i = 0; i < OrderField.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(order[OrderField.All[i]]))
            {
                return false;
            }
        }

        return order.Products.Count == 0;
    }

    private string Read(OrderField field, Order order, FindingList findings)
    {
        string value = _values.Apply(field.Kind, FieldName.Of(field), order[field], field.Required, field == OrderField.Weight, findings);
        bool zero = value.Length == 0 && field.Kind == FieldKind.Amount && !field.Required
            && field != OrderField.CodAmount && field != OrderField.AdvanceAmount;
        return zero ? "0" : value;
    }
}
