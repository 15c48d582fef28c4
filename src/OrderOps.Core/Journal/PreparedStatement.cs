using System;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>A statement that is compiled once and runs with other arguments each time.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares one.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="sql">The statement, with <c>$0</c>, <c>$1</c> … for its arguments.</param>
    /// <param name="arguments">How many it has.</param>
    public PreparedStatement(SqliteConnection connection, string sql, int arguments)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project.
        _command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < arguments; i++)
        {
            _command.Parameters.Add(new SqliteParameter("$" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), null));
        }

        _command.Prepare();
    }

    /// <summary>Runs it.</summary>
    /// <returns>How many rows changed.</returns>
    public int Run(params object?[] arguments) => With(arguments).ExecuteNonQuery();

    /// <summary>Runs it and reads what it gives.</summary>
    public SqliteDataReader Read(params object?[] arguments) => With(arguments).ExecuteReader();

    public void Dispose() => _command.Dispose();

    private SqliteCommand With(object?[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            _command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }

        return _command;
    }
}
