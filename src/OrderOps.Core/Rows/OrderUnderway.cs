using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>An order that further rows can still join.</summary>
internal sealed class OrderUnderway<TOrder>
    where TOrder : class
{
    private readonly RowSchema<TOrder> _schema;
    private readonly BoundRow<TOrder> _first;
    private readonly string?[] _values;
    private List<string?>? _origins;
    private int[]? _givenBy;
    private List<object?>? _sources;
    private List<Finding>? _findings;
    private IReadOnlyList<string> _unknownNames;
    private HashSet<RowTarget>? _disagreeing;

    public OrderUnderway(RowSchema<TOrder> schema, BoundRow<TOrder> first)
    {
        _schema = schema;
        _first = first;
        _values = schema.ValuesOf(first.Order);
        _unknownNames = first.UnknownNames;
        AddFindings(first.Findings);
    }

    public void AddFinding(Finding finding) => (_findings ??= new List<Finding>()).Add(finding);

    /// <summary>Takes in a further row: its product, and what the rows before it left blank.</summary>
    public void Add(BoundRow<TOrder> row, bool firstWins)
    {
        _givenBy ??= new int[_values.Length];
        _origins ??= [_first.Origin];
        _sources ??= [_first.Source];
        _origins.Add(row.Origin);
        _sources.Add(row.Source);
        string?[] values = _schema.ValuesOf(row.Order);
        foreach (RowTarget field in _schema.Table.OrderFields)
        {
            if (values[field.Ordinal] is { } value)
            {
                Take(field, value, firstWins);
            }
        }

        _schema.MoveProducts(row.Order, _first.Order);
        AddFindings(row.Findings);
        if (!ReferenceEquals(_unknownNames, row.UnknownNames))
        {
            _unknownNames = [.. new HashSet<string>([.. _unknownNames, .. row.UnknownNames], StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>The order as it now stands, with the defaults of the map where it is blank.</summary>
    public GroupedOrder<TOrder> Close()
    {
        foreach (KeyValuePair<RowTarget, string> value in _first.Map.Defaults)
        {
            if (value.Key.IsOrder && string.IsNullOrWhiteSpace(_values[value.Key.Ordinal]))
            {
                _values[value.Key.Ordinal] = value.Value;
            }
        }

        return _schema.Group(
            _first.Order,
            _findings is null ? Array.Empty<Finding>() : _findings,
            _sources is null ? [_first.Source] : _sources,
            _unknownNames,
            _first.Origin);
    }

    private void Take(RowTarget field, string value, bool firstWins)
    {
        string? earlier = _values[field.Ordinal];
        if (string.IsNullOrWhiteSpace(earlier))
        {
            _values[field.Ordinal] = value;
            _givenBy![field.Ordinal] = _sources!.Count - 1;
        }
        else if (!firstWins && field.MustAgree && !field.Same(earlier!, value) && (_disagreeing ??= new()).Add(field))
        {
            string where = RowName(_givenBy![field.Ordinal]);
            AddFinding(new Finding(
                Finding.Error,
                field.WireName,
                ShownText.Of(value),
                $"The rows of order '{_first.Order}' disagree on '{field.WireName}': '{ShownText.Of(earlier!)}' in {where}, '{ShownText.Of(value)}' in {RowName(_sources!.Count - 1)}.",
                _schema.Words.Conflict));
        }
    }

    private string RowName(int index) => _origins![index] ?? FormattableString.Invariant($"row {index + 1} of the order");

    private void AddFindings(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            (_findings ??= new List<Finding>()).AddRange(findings);
        }
    }
}
