using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Rows;

namespace OrderOps.Itl;

/// <summary>Order files as orders: read, bound and grouped in one go, one order at a time.</summary>
public static class OrderFile
{
    /// <summary>Reads the orders of a CSV, JSON or JSON lines file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">Which column goes where; the vendor's and readable names by default.</param>
    /// <param name="options">How rows become orders.</param>
    /// <returns>The orders, read as they are asked for.</returns>
    /// <exception cref="InputFileException">The file as a whole can't be read.</exception>
    public static IEnumerable<GroupedOrder> Read(string path, ColumnMap? map = null, RowGrouperOptions? options = null) =>
        RowFile.Read(path, OrderRows.Schema, map?.Rows, options).Cast<GroupedOrder>();
}
