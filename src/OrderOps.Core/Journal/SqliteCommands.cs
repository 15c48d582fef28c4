using System.Collections.Generic;
using Microsoft.Data.Sqlite;

namespace OrderOps.Journal;

/// <summary>Short forms.</summary>
internal static class SqliteCommands
{
    /// <summary>Runs statements that give nothing back.</summary>
    /// <returns>How many rows changed.</returns>
    public static int Execute(this SqliteConnection connection, string sql, params (string Name, object? Value)[] arguments)
    {
        using SqliteCommand command = connection.Make(sql, arguments);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement that gives back one value.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql, params (string Name, object? Value)[] arguments)
    {
        using SqliteCommand command = connection.Make(sql, arguments);
        return command.ExecuteScalar();
    }

    /// <summary>Runs a statement that gives back numbers, one a row.</summary>
    public static List<long> Numbers(this SqliteConnection connection, string sql)
    {
        List<long> numbers = [];
        using SqliteCommand command = connection.Make(sql);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    /// <summary>Makes a command with its arguments.</summary>
    public static SqliteCommand Make(this SqliteConnection connection, string sql, params (string Name, object? Value)[] arguments)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object? value) in arguments)
        {
            command.Parameters.AddWithValue(name, value ?? System.DBNull.Value);
        }

        return command;
    }
}
