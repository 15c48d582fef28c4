using System;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>
/// Binds inputs to orders: rows of one item, and objects with a list of products. What a shape's names mean is worked
/// out once a shape. Not safe for several threads.
/// </summary>
public sealed class RowBinder
{
    // JSON objects can each have names of their own; what is kept of them must not grow with the input.
    private const int MaxPlans = 256;

    private readonly ColumnMap _map;
    private readonly ProductBinder _products;
    private readonly Dictionary<RecordShape, BindingPlan> _plans = new();
    private readonly HashSet<string> _saidMissing = new(StringComparer.Ordinal);
    private RecordShape? _lastShape;
    private BindingPlan? _lastPlan;

    /// <summary>Makes one.</summary>
    /// <param name="map">Which column goes where.</param>
    public RowBinder(ColumnMap map)
    {
        _map = map;
        _products = new ProductBinder(map);
    }

    /// <summary>Binds an input. Never throws for what stands in it: that is a finding.</summary>
    /// <param name="record">The input.</param>
    public BoundRow Bind(InputRecord record)
    {
        BindingPlan plan = PlanOf(record.Shape);
        List<Finding>? findings = null;
        object?[] cells = record.Cells;
        Order order = new();
        ReadOrder(plan, cells, order, ref findings);
        BoundRow row = new(order, record, record.Source, _map) { UnknownNames = plan.UnknownNames };
        if (plan.ProductsColumn >= 0 && cells[plan.ProductsColumn] is { } list && !(list is string text && string.IsNullOrWhiteSpace(text)))
        {
            order.Products = _products.BindList(list, ref findings, out IReadOnlyList<string> unknown);
            row.UnknownNames = unknown.Count == 0 ? plan.UnknownNames : [.. plan.UnknownNames, .. unknown];
        }
        else
        {
            row.IsFlat = true;
            if (_products.BindRow(plan, cells, ref findings) is { } product)
            {
                order.Products.Add(product);
            }
        }

        row.IsBlank = record.Fault is null && order.Products.Count == 0 && IsBlank(cells);
        if (!row.IsBlank)
        {
            AddFindings(plan, record, ref findings);
            row.Findings = findings is null ? Array.Empty<Finding>() : findings;
        }

        return row;
    }

    /// <summary>Takes an order that came as one.</summary>
    /// <param name="order">The order; it is not changed.</param>
    /// <param name="source">The input as it came.</param>
    public BoundRow Bind(Order order, object? source = null) =>
        new(_map.Defaults.Count == 0 ? order : Copy(order), null, source ?? order, _map);

    private static void ReadOrder(BindingPlan plan, object?[] cells, Order order, ref List<Finding>? findings)
    {
        foreach ((OrderField field, int column) in plan.OrderColumns)
        {
            if (cells[column] is { } cell)
            {
                order[field] = FieldText.Of(cell, field.WireName, ref findings);
            }
        }

        foreach ((RowTarget target, ValueSource source) in plan.Sources)
        {
            if (target.Order is { } field)
            {
                order[field] = source.Read(cells, ref findings);
            }
        }

        foreach ((int column, string name, PresetGuard guard) in plan.Guards)
        {
            if (guard.Check(cells[column], name) is { } finding)
            {
                (findings ??= new List<Finding>()).Add(finding);
            }
        }
    }

    private static bool IsBlank(object?[] cells) => Array.TrueForAll(cells, cell => cell is null || (cell is string text && string.IsNullOrWhiteSpace(text)));

    private void AddFindings(BindingPlan plan, InputRecord record, ref List<Finding>? findings)
    {
        if (record.Fault is { } fault)
        {
            string where = record.Origin is { } origin ? origin + ": " : "";
            (findings ??= new List<Finding>()).Add(new Finding(Finding.Error, "", "", where + fault.Message, fault.Remedy));
            if (record.Shape.Names.Count == 0)
            {
                return;
            }
        }

        if (plan.Always.Count > 0)
        {
            (findings ??= new List<Finding>()).AddRange(plan.Always);
        }

        foreach (Finding missing in plan.Missing)
        {
            if (_saidMissing.Add(missing.Field))
            {
                (findings ??= new List<Finding>()).Add(missing);
            }
        }
    }

    private BindingPlan PlanOf(RecordShape shape)
    {
        if (ReferenceEquals(shape, _lastShape))
        {
            return _lastPlan!;
        }

        if (!_plans.TryGetValue(shape, out BindingPlan? plan))
        {
            if (_plans.Count == MaxPlans)
            {
                _plans.Clear();
            }

            _plans.Add(shape, plan = new BindingPlan(shape, _map));
        }

        _lastShape = shape;
        return _lastPlan = plan;
    }

    private Order Copy(Order order)
    {
        Order copy = new();
        foreach (OrderField field in OrderField.All)
        {
            copy[field] = order[field];
        }

        foreach (Product product in order.Products)
        {
            copy.Products.Add(_products.Copy(product));
        }

        return copy;
    }
}
