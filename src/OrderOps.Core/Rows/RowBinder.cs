using System;
using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>
/// Binds inputs to orders: rows of one item, and objects with a list of products. What a shape's names mean is worked
/// out once a shape. Not safe for several threads.
/// </summary>
/// <typeparam name="TOrder">The order.</typeparam>
internal sealed class RowBinder<TOrder>
    where TOrder : class
{
    // JSON objects can each have names of their own; what is kept of them must not grow with the input.
    private const int MaxPlans = 256;

    private readonly RowSchema<TOrder> _schema;
    private readonly RowMap _map;
    private readonly ProductBinder<TOrder> _products;
    private readonly Dictionary<RecordShape, BindingPlan> _plans = new();
    private readonly HashSet<string> _saidMissing = new(StringComparer.Ordinal);
    private RecordShape? _lastShape;
    private BindingPlan? _lastPlan;

    /// <summary>Makes one.</summary>
    /// <param name="schema">How rows become orders.</param>
    /// <param name="map">Which column goes where; by name alone without it.</param>
    public RowBinder(RowSchema<TOrder> schema, RowMap? map = null)
    {
        _schema = schema;
        _map = map ?? RowMap.None;
        _products = new ProductBinder<TOrder>(schema, _map);
    }

    /// <summary>Binds an input. Never throws for what stands in it: that is a finding.</summary>
    /// <param name="record">The input.</param>
    public BoundRow<TOrder> Bind(InputRecord record)
    {
        BindingPlan plan = PlanOf(record.Shape);
        List<Finding>? findings = null;
        object?[] cells = record.Cells;
        TOrder order = _schema.Create();
        ReadOrder(plan, cells, _schema.ValuesOf(order), ref findings);
        BoundRow<TOrder> row = _schema.Row(order, record, record.Source, _map);
        row.UnknownNames = plan.UnknownNames;
        if (plan.ProductsColumn >= 0 && cells[plan.ProductsColumn] is { } list && !(list is string text && string.IsNullOrWhiteSpace(text)))
        {
            _products.BindList(list, order, ref findings, out IReadOnlyList<string> unknown);
            row.UnknownNames = unknown.Count == 0 ? plan.UnknownNames : [.. plan.UnknownNames, .. unknown];
        }
        else if (_schema.Table.Products is not null)
        {
            row.IsFlat = true;
            _products.BindRow(plan, cells, order, ref findings);
        }

        row.IsBlank = record.Fault is null && _schema.CountProducts(order) == 0 && IsBlank(cells);
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
    public BoundRow<TOrder> Bind(TOrder order, object? source = null) =>
        _schema.Row(_map.Defaults.Count == 0 ? order : Copy(order), null, source ?? order, _map);

    private static void ReadOrder(BindingPlan plan, object?[] cells, string?[] values, ref List<Finding>? findings)
    {
        foreach ((RowTarget field, int column) in plan.OrderColumns)
        {
            if (cells[column] is { } cell)
            {
                values[field.Ordinal] = FieldText.Of(cell, field.WireName, ref findings);
            }
        }

        foreach ((RowTarget target, ValueSource source) in plan.Sources)
        {
            if (target.IsOrder)
            {
                values[target.Ordinal] = source.Read(cells, ref findings);
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

            _plans.Add(shape, plan = new BindingPlan(shape, _schema.Table, _schema.Words, _map));
        }

        _lastShape = shape;
        return _lastPlan = plan;
    }

    private TOrder Copy(TOrder order)
    {
        TOrder copy = _schema.Create();
        _schema.ValuesOf(order).CopyTo(_schema.ValuesOf(copy), 0);
        _products.Copy(order, copy);
        return copy;
    }
}
