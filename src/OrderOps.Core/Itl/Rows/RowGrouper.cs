using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>
/// Makes orders of rows: consecutive flat rows of one order become one order with several products, which comes out as
/// soon as the next order begins. An order that came with its list of products passes through alone. Blank rows are
/// dropped and counted. Not safe for several threads.
/// </summary>
public sealed class RowGrouper
{
    // Rows without an order number wait for the order before them, which may go on after them; not without end.
    private const int MaxWaiting = 100;

    private readonly RowGrouperOptions _options;
    private readonly GroupKeys _keys;
    private readonly SeenKeys? _seen;
    private readonly Dictionary<string, OrderUnderway> _byKey = new(StringComparer.Ordinal);
    private readonly List<OrderUnderway> _underway = new();
    private OrderUnderway? _open;
    private string _openKey = "";

    /// <summary>Makes one.</summary>
    /// <param name="options">How rows become orders.</param>
    public RowGrouper(RowGrouperOptions? options = null)
    {
        _options = options ?? new RowGrouperOptions();
        _keys = new GroupKeys(_options.GroupBy);
        _seen = _options.DetectReappearance && !_options.Unsorted ? new SeenKeys() : null;
    }

    /// <summary>How many blank rows were dropped.</summary>
    public long BlankRows { get; private set; }

    /// <summary>Takes a row, and gives the orders that are whole by it.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ServiceConfigurationException">The rows don't have the column to group by.</exception>
    public IEnumerable<GroupedOrder> Add(BoundRow row)
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
    public IEnumerable<GroupedOrder> Complete() => Release();

    private IEnumerable<GroupedOrder> AddToOrder(BoundRow row, string key)
    {
        OrderUnderway? order = _open is not null && key == _openKey ? _open
            : _options.Unsorted && _byKey.TryGetValue(key, out OrderUnderway? scattered) ? scattered
            : null;
        if (order is not null)
        {
            if (!_options.Unsorted && _underway.Count > 1)
            {
                order.AddFinding(KeylessRow.Between(row));
            }

            order.Add(row, _options.FirstWins);
            (_open, _openKey) = (order, key);
            return [];
        }

        IEnumerable<GroupedOrder> whole = _options.Unsorted ? [] : Release();
        (_open, _openKey) = (new OrderUnderway(row), key);
        _underway.Add(_open);
        if (_options.Unsorted)
        {
            _byKey.Add(key, _open);
        }
        else if (_seen?.Add(key) == false)
        {
            _open.AddFinding(new Finding(
                Finding.Error,
                OrderField.OrderNumber.WireName,
                row.Order.ToString(),
                $"Rows of order '{row.Order}' came before, with other orders between them and {row.Origin ?? "this row"}.",
                "Gather scattered rows with ConvertTo-ItlOrder -Unsorted, or sort the input by order."));
        }

        return whole;
    }

    /// <summary>A row of which nobody can say which order it is of: no guess, and no order that silently lacks an item.</summary>
    private GroupedOrder[] AddKeyless(BoundRow row)
    {
        OrderUnderway keyless = new(row);
        if (KeylessRow.IsFurtherItem(row))
        {
            keyless.AddFinding(KeylessRow.Itself(row, _options.GroupBy));
            _open?.AddFinding(KeylessRow.Before(row));
        }

        _underway.Add(keyless);
        return !_options.Unsorted && (_open is null || _underway.Count > MaxWaiting) ? Release() : [];
    }

    private IEnumerable<GroupedOrder> AddWhole(BoundRow row)
    {
        if (!_options.Unsorted)
        {
            return [.. Release(), new OrderUnderway(row).Close()];
        }

        _underway.Add(new OrderUnderway(row));
        return [];
    }

    private GroupedOrder[] Release()
    {
        if (_underway.Count == 0)
        {
            return [];
        }

        GroupedOrder[] whole = _underway.Select(order => order.Close()).ToArray();
        _underway.Clear();
        _byKey.Clear();
        _open = null;
        return whole;
    }
}
