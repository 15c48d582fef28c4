using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>An order that was made of an input.</summary>
/// <param name="Order">The order.</param>
/// <param name="Findings">What is wrong with the input.</param>
/// <param name="UnknownNames">Names that mean nothing and are not sent.</param>
/// <param name="Source">The input as it came.</param>
internal sealed record BoundOrder(Order Order, IReadOnlyList<Finding> Findings, IReadOnlyList<string> UnknownNames, object? Source);

/// <summary>
/// Makes orders of rows, objects and hashtables, by the vendor's names and the readable ones. A flat row has one item, and
/// its address beside it.
/// </summary>
internal sealed class OrderBinder
{
    private readonly List<Finding> _findings = new();
    private readonly List<string> _unknown = new();

    /// <summary>Binds an input. Never throws for what stands in it: that is a finding.</summary>
    /// <param name="record">The input.</param>
    public BoundOrder Bind(InputRecord record)
    {
        _findings.Clear();
        _unknown.Clear();
        Order order = new();
        if (record.Fault is { } fault)
        {
            string where = record.Origin is { } origin ? origin + ": " : "";
            _findings.Add(new Finding(Finding.Error, "", "", where + fault.Message, fault.Remedy));
        }

        OrderItem? flatItem = null;
        Address? flatAddress = null;
        for (int i = 0; i < record.Shape.Names.Count; i++)
        {
            string name = record.Shape.Names[i];
            object? value = record.Values[i];
            if (OrderFields.Find(OrderFields.OfOrder, name) is { } field)
            {
                Set(order, field, value, name);
            }
            else if (OrderFields.Find(OrderFields.OfFlatItem, name) is { } ofItem)
            {
                Set(flatItem ??= new OrderItem(), OrderItem.WireNames, ofItem, value, name);
            }
            else if (OrderFields.Find(OrderFields.OfAddress, name) is { } ofAddress)
            {
                Set(flatAddress ??= new Address(), Address.WireNames, ofAddress, value, name);
            }
            else if (!ReservedName.Is(name))
            {
                _unknown.Add(name);
            }
        }

        if (order.Items.Count == 0 && flatItem is { Wire.Members.Count: > 0 })
        {
            order.Items.Add(flatItem);
        }

        if (order.Address is null && flatAddress is { Wire.Members.Count: > 0 })
        {
            order.Address = flatAddress;
        }

        return new BoundOrder(order, _findings.ToArray(), _unknown.ToArray(), record.Source);
    }

    private void Set(Order order, OrderField field, object? value, string name)
    {
        switch (field.WireName)
        {
            case OrderFields.Items:
                order.Items = Items(value, name);
                break;
            case OrderFields.Address:
                order.Address = Records(value, name).Select(record => Nested(new Address(), Address.WireNames, OrderFields.OfAddress, record, name)).FirstOrDefault();
                break;
            case OrderFields.AdditionalData:
                foreach (InputRecord record in Records(value, name))
                {
                    Add(order.AdditionalData, record);
                }

                break;
            case "id" when order.OrderId is not null:
                break;
            case "id":
                Set(order, Order.WireNames, OrderFields.OfOrder[0], value, name);
                break;
            default:
                Set(order, Order.WireNames, field, value, name);
                break;
        }
    }

    private List<OrderItem> Items(object? value, string name) =>
        Records(value, name).Select((record, i) => Nested(new OrderItem(), OrderItem.WireNames, OrderFields.OfItem, record, FormattableString.Invariant($"{name}[{i}]"))).ToList();

    private T Nested<T>(T target, string[] wireNames, IReadOnlyList<OrderField> fields, InputRecord record, string place)
        where T : ExternalRecord
    {
        for (int i = 0; i < record.Shape.Names.Count; i++)
        {
            string name = record.Shape.Names[i];
            if (OrderFields.Find(fields, name) is not { } field)
            {
                _unknown.Add($"{place}.{name}");
            }
            else if (field.WireName == OrderFields.AdditionalData)
            {
                foreach (InputRecord additional in Records(record.Values[i], name))
                {
                    Add(target.AdditionalData, additional);
                }
            }
            else
            {
                Set(target, wireNames, field, record.Values[i], $"{place}.{name}");
            }
        }

        return target;
    }

    private void Set(ExternalRecord target, string[] wireNames, OrderField field, object? value, string name)
    {
        string? text = InputText.From(value)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (value is InputRecord or (IEnumerable and not string))
        {
            _findings.Add(new Finding(Finding.Error, field.WireName, "", $"{name} holds a list or an object where one value belongs.", "Give one value."));
            return;
        }

        if (field.IsAmount ? WireText.Number(text) is null : IdRule.ProblemOf(text) is not null && field.IsNumber)
        {
            string why = field.IsAmount ? "is no number" : IdRule.ProblemOf(text)!;
            _findings.Add(new Finding(Finding.Error, field.WireName, text!, $"{name} '{text}' {why}.", field.IsAmount ? "Write it with a point and without a currency: 1234.5." : IdRule.Remedy));
            return;
        }

        string wire = field.IsStatus ? OrderStatus.Read(text!) : text!;
        target.Wire.SetText(field.WireName, wire, field.IsNumber, wireNames);
    }

    /// <summary>The objects of a list, or the one that lost its brackets.</summary>
    private List<InputRecord> Records(object? value, string name)
    {
        List<InputRecord> records = new();
        IEnumerable values = value is IEnumerable list and not string ? list : new[] { value };
        foreach (object? item in values)
        {
            if (item is InputRecord record)
            {
                records.Add(record);
            }
            else if (item is not null && !(item is string text && text.Trim().Length == 0))
            {
                _findings.Add(new Finding(Finding.Error, name, "", $"{name} holds '{InputText.From(item)}' where an object belongs.", "Give hashtables or objects. One that arrives as the name of its type has lost its content: raise the depth of what serialised it."));
            }
        }

        return records;
    }

    private static void Add(IDictionary<string, object?> target, InputRecord record)
    {
        for (int i = 0; i < record.Shape.Names.Count; i++)
        {
            target[record.Shape.Names[i]] = Plain(record.Values[i]);
        }
    }

    private static object? Plain(object? value)
    {
        switch (value)
        {
            case InputRecord record:
                Dictionary<string, object?> pairs = new(StringComparer.Ordinal);
                Add(pairs, record);
                return pairs;
            case IEnumerable list and not string:
                return list.Cast<object?>().Select(Plain).ToList();
            default:
                return value;
        }
    }
}
