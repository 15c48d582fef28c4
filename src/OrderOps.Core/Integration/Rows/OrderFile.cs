using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Rows;

namespace OrderOps.Integration;

/// <summary>Files of orders and of prices: read, bound and grouped in one go, one order at a time.</summary>
public static class OrderFile
{
    /// <summary>Reads the orders of a CSV, JSON or JSON lines file; consecutive rows of one <c>order_id</c> are one order.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The orders, read as they are asked for.</returns>
    /// <exception cref="InputFileException">The file as a whole can't be read.</exception>
    public static IEnumerable<GroupedOrder<Order>> Read(string path) => RowFile.Read(path, OrderRows.Schema);

    /// <summary>Reads the prices of a CSV, JSON or JSON lines file, one row a product.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The prices, read as they are asked for.</returns>
    /// <exception cref="InputFileException">The file as a whole can't be read.</exception>
    public static IEnumerable<GroupedOrder<ProductPrice>> ReadPrices(string path) => RowFile.Read(path, PriceRows.Schema);
}
