using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>
/// Makes orders of rows: consecutive flat rows of one order become one order with several products, which comes out as
/// soon as the next order begins. An order that came with its list of products passes through alone. Blank rows are
/// dropped and counted. Not safe for several threads.
/// </summary>
/// <typeparam name="TOrder">The order.</typeparam>
internal sealed class RowGrouper<TOrder>
    where TOrder : class
{
    // Rows without an order number wait for the order before them, which may go on after them; not without end.
    private const int MaxWaiting = 100;

    private readonly RowSchema<TOrder> _schema;
    private readonly GroupingOptions _options;
    private readonly GroupKeys<TOrder> _keys;
    private readonly SeenKeys? _seen;
    private readonly Dictionary<string, OrderUnderway<TOrder>> _byKey = new(StringComparer.Ordinal);
    private readonly List<OrderUnderway<TOrder>> _underway = new();
    private OrderUnderway<TOrder>? _open;
    private string _openKey = "";

    /// <summary>Makes one.</summary>
    /// <param name="schema">What the orders are.</param>
    /// <param name="options">How rows become orders.</param>
    public RowGrouper(RowSchema<TOrder> schema, GroupingOptions? options = null)
    {
        _schema = schema;
        _options = options ?? new GroupingOptions();
        _keys = new GroupKeys<TOrder>(_options.GroupBy);
        _seen = _options.DetectReappearance && !_options.Unsorted ? new SeenKeys() : null;
    }

    /// <summary>How many blank rows were dropped.</summary>
    public long BlankRows { get; private set; }

    /// <summary>Takes a row, and gives the orders that are whole by it.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ServiceConfigurationException">The rows don't have the column to group by.</exception>
    public IReadOnlyList<GroupedOrder<TOrder>> Add(BoundRow<TOrder> row)
    {
        if (row.IsBlank)
        {
            BlankRows++;
            return [];
        }

        string key = row.IsFlat ? _keys.Of(row) : "";
        return key.Length > 0 ? AddToOrder(row, key)
            : row.IsFlat ? AddKeyless(row)
            : AddWhole(row);
    }

    /// <summary>Gives the orders that were still waiting for further rows.</summary>
    public IReadOnlyList<GroupedOrder<TOrder>> Complete() => Release();

    private IReadOnlyList<GroupedOrder<TOrder>> AddToOrder(BoundRow<TOrder> row, string key)
    {
        OrderUnderway<TOrder>? order = _open is not null && key == _openKey && row.Record?.IsOwnOrder != true ? _open
            : _options.Unsorted && _byKey.TryGetValue(key, out OrderUnderway<TOrder>? scattered) ? scattered
            : null;
        if (order is not null)
        {
            if (!_options.Unsorted && _underway.Count > 1)
            {
                order.AddFinding(KeylessRow.Between(_schema, row));
            }

            order.Add(row, _options.FirstWins);
            (_open, _openKey) = (order, key);
            return [];
        }

        IReadOnlyList<GroupedOrder<TOrder>> whole = _options.Unsorted ? [] : Release();
        (_open, _openKey) = (new OrderUnderway<TOrder>(_schema, row), key);
        _underway.Add(_open);
        if (_options.Unsorted)
        {
            _byKey.Add(key, _open);
        }
        else if (_seen?.Add(key) == false)
        {
            _open.AddFinding(new Finding(
                Finding.Error,
                _schema.Table.Keys[0].WireName,
                row.Order.ToString()!,
                $"Rows of order '{row.Order}' came before, with other orders between them and {row.Origin ?? "this row"}.",
                _schema.Words.Scattered));
        }

        return whole;
    }

    /// <summary>A row of which nobody can say which order it is of: no guess, and no order that silently lacks an item.</summary>
    private GroupedOrder<TOrder>[] AddKeyless(BoundRow<TOrder> row)
    {
        OrderUnderway<TOrder> keyless = new(_schema, row);
        if (KeylessRow.IsFurtherItem(_schema, row))
        {
            keyless.AddFinding(KeylessRow.Itself(_schema, row, _options.GroupBy));
            _open?.AddFinding(KeylessRow.Before(_schema, row));
        }

        _underway.Add(keyless);
        return !_options.Unsorted && (_open is null || _underway.Count > MaxWaiting) ? Release() : [];
    }

    private IReadOnlyList<GroupedOrder<TOrder>> AddWhole(BoundRow<TOrder> row)
    {
        if (!_options.Unsorted)
        {
            return [.. Release(), new OrderUnderway<TOrder>(_schema, row).Close()];
        }

        _underway.Add(new OrderUnderway<TOrder>(_schema, row));
        return [];
    }

    private GroupedOrder<TOrder>[] Release()
    {
        if (_underway.Count == 0)
        {
            return [];
        }

        GroupedOrder<TOrder>[] whole = _underway.Select(order => order.Close()).ToArray();
        _underway.Clear();
        _byKey.Clear();
        _open = null;
        return whole;
    }
}
