using System;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Finds an order by its key, prepared once for a connection.</summary>
/// <param name="connection">The file.</param>
/// <param name="where">What else it has to be, beginning with AND.</param>
internal sealed class OrderLookup(SqliteConnection connection, string where = "") : IDisposable
{
    private readonly RawStatement _find = new(
        connection, $"SELECT {OrderRow.Columns} FROM {OrderRow.Tables} {OrderRow.Names} WHERE o.scope=?1 AND o.number=?2 AND o.part=?3{where}");

    /// <summary>The order; nothing where there is none.</summary>
    public OrderRow? Find(long scope, OrderIdentity key)
    {
        _find.With(1, scope).With(2, key.Number).With(3, key.Part);
        try
        {
            return _find.Next() ? OrderRow.Read(_find) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    public void Dispose() => _find.Dispose();
}
