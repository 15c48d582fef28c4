using System;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OrderOps.Journal;

/// <summary>
/// A prepared statement without the client's layers, for what runs once an order: it makes no object but the strings
/// that are read. Arguments are numbered from 1, columns from 0. It belongs to its connection's thread.
/// </summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly Argument[] _bound;
    private byte[] _text = new byte[256];

    /// <summary>Prepares one.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="sql">The statement, with <c>?1</c>, <c>?2</c> … for its arguments.</param>
    public RawStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _bound = new Argument[raw.sqlite3_bind_parameter_count(_statement) + 1];
    }

    /// <summary>Gives an argument.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public RawStatement With(int argument, long? value)
    {
        // Arguments stay bound from run to run, and many are the same for all orders of a batch.
        if (!_bound[argument].Becomes(value))
        {
            return this;
        }

        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, argument, number) : raw.sqlite3_bind_null(_statement, argument));
        return this;
    }

    /// <summary>Gives an argument.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public RawStatement With(int argument, string? value)
    {
        if (!_bound[argument].Becomes(value))
        {
            return this;
        }

        if (string.IsNullOrEmpty(value))
        {
            // An empty span is bound as null.
            Check(value is null ? raw.sqlite3_bind_null(_statement, argument) : raw.sqlite3_bind_text(_statement, argument, ""));
            return this;
        }

        int most = Encoding.UTF8.GetMaxByteCount(value!.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        int length = Encoding.UTF8.GetBytes(value, 0, value.Length, _text, 0);
        Check(raw.sqlite3_bind_text(_statement, argument, _text.AsSpan(0, length)));
        return this;
    }

    /// <summary>Gives an argument.</summary>
    public RawStatement With(int argument, byte[] value)
    {
        _bound[argument] = default;
        // An empty span is bound as null.
        Check(value.Length == 0 ? raw.sqlite3_bind_zeroblob(_statement, argument, 0) : raw.sqlite3_bind_blob(_statement, argument, value));
        return this;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows changed.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public int Run()
    {
        try
        {
            while (Next())
            {
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs it, where its failure is nothing special.</summary>
    /// <returns>SQLite's code; 0 if it went well.</returns>
    public int Try()
    {
        raw.sqlite3_step(_statement);

        // Its own answer says less.
        return raw.sqlite3_reset(_statement);
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one. Once there is none, or no more are wanted, <see cref="Reset"/> ends the reading.</returns>
    public bool Next()
    {
        int code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        Check(code);
        return false;
    }

    /// <summary>Lets go of what was read, and of the reader's view of the file.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>A column's number; 0 where it has none.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A column's number.</summary>
    public long? NumberOrNothing(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Number(column);

    /// <summary>A column's text.</summary>
    public string? Text(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>A copy of a column's bytes.</summary>
    public byte[] Blob(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);

    /// <summary>What an argument is bound to; the default for what is not known.</summary>
    private struct Argument
    {
        private const byte Number = 1;
        private const byte Text = 2;
        private const byte Nothing = 3;

        private byte _kind;
        private long _number;
        private string? _text;

        public bool Becomes(long? value)
        {
            byte kind = value is null ? Nothing : Number;
            if (_kind == kind && _number == (value ?? 0))
            {
                return false;
            }

            (_kind, _number, _text) = (kind, value ?? 0, null);
            return true;
        }

        public bool Becomes(string? value)
        {
            byte kind = value is null ? Nothing : Text;
            if (_kind == kind && _text == value)
            {
                return false;
            }

            (_kind, _number, _text) = (kind, 0, value);
            return true;
        }
    }
}
