using System;
using System.Collections.Generic;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>An order that further rows can still join.</summary>
internal sealed class OrderUnderway
{
    // Where rows of one order differ in these, two orders may have been mixed up, and a guess would cost a parcel.
    private static readonly HashSet<OrderField> MustAgree =
    [
        OrderField.OrderNumber, OrderField.SubOrder, OrderField.Name, OrderField.Address, OrderField.Address2, OrderField.Address3,
        OrderField.Phone, OrderField.Pin, OrderField.PaymentMode, OrderField.TotalAmount,
    ];

    private readonly BoundRow _first;
    private List<string?>? _origins;
    private int[]? _givenBy;
    private List<object?>? _sources;
    private List<Finding>? _findings;
    private IReadOnlyList<string> _unknownNames;
    private HashSet<OrderField>? _disagreeing;

    public OrderUnderway(BoundRow first)
    {
        _first = first;
        _unknownNames = first.UnknownNames;
        AddFindings(first.Findings);
    }

    public void AddFinding(Finding finding) => (_findings ??= new List<Finding>()).Add(finding);

    /// <summary>Takes in a further row: its product, and what the rows before it left blank.</summary>
    public void Add(BoundRow row, bool firstWins)
    {
        _givenBy ??= new int[OrderField.Count];
        _origins ??= [_first.Origin];
        _sources ??= [_first.Source];
        _origins.Add(row.Origin);
        _sources.Add(row.Source);
        foreach (OrderField field in OrderField.All)
        {
            if (row.Order[field] is { } value)
            {
                Take(field, value, firstWins);
            }
        }

        _first.Order.Products.AddRange(row.Order.Products);
        AddFindings(row.Findings);
        if (!ReferenceEquals(_unknownNames, row.UnknownNames))
        {
            _unknownNames = [.. new HashSet<string>([.. _unknownNames, .. row.UnknownNames], StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>The order as it now stands, with the defaults of the map where it is blank.</summary>
    public GroupedOrder Close()
    {
        foreach (KeyValuePair<RowTarget, string> value in _first.Map.Defaults)
        {
            if (value.Key.Order is { } field && string.IsNullOrWhiteSpace(_first.Order[field]))
            {
                _first.Order[field] = value.Value;
            }
        }

        return new GroupedOrder(
            _first.Order,
            _findings is null ? Array.Empty<Finding>() : _findings,
            _sources is null ? [_first.Source] : _sources,
            _unknownNames,
            _first.Origin);
    }

    private void Take(OrderField field, string value, bool firstWins)
    {
        string? earlier = _first.Order[field];
        if (string.IsNullOrWhiteSpace(earlier))
        {
            _first.Order[field] = value;
            _givenBy![field.Ordinal] = _sources!.Count - 1;
        }
        else if (!firstWins && MustAgree.Contains(field) && !SameValue.Of(field.Kind, earlier!, value) && (_disagreeing ??= new()).Add(field))
        {
            string where = RowName(_givenBy![field.Ordinal]);
            AddFinding(new Finding(
                Finding.Error,
                field.WireName,
                ShownText.Of(value),
                $"The rows of order '{_first.Order}' disagree on '{field.WireName}': '{ShownText.Of(earlier!)}' in {where}, '{ShownText.Of(value)}' in {RowName(_sources!.Count - 1)}.",
                "Mend the rows, or let the first value stand with ConvertTo-ItlOrder -OnConflict First."));
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
