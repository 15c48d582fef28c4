using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using CsvHelper;
using CsvHelper.Configuration;

namespace OrderOps.Input;

/// <summary>The rows of a delimited text from one line on, and what is wrong with the one just read.</summary>
internal sealed class DelimitedRows : IDisposable
{
    // Longer than any address, and short enough that a quote that is never closed does not pull the file into memory.
    private const int MaxFieldLength = 32 * 1024;

    private readonly CsvParser _parser;
    private readonly char _delimiter;
    private readonly long _linesBefore;
    private bool _brokenQuote;

    public DelimitedRows(TextReader text, char delimiter, long linesBefore)
    {
        _delimiter = delimiter;
        _linesBefore = linesBefore;
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            Mode = CsvMode.RFC4180,
            IgnoreBlankLines = false,
            BufferSize = 64 * 1024,
            MaxFieldSize = MaxFieldLength,
            // A quote inside of a value that is not quoted (12" pipe) stands for itself.
            BadDataFound = bad => _brokenQuote |= bad.Field.Length > 0 && bad.Field[0] == '"',
        });
    }

    /// <summary>The values of the row, as many as there are columns; after a fault what was legible.</summary>
    public object?[] Cells { get; private set; } = Array.Empty<object?>();

    public InputFault? Fault { get; private set; }

    /// <summary>Set when the row swallowed lines that are rows of their own: the line to go on after.</summary>
    public long? ResumeAfter { get; private set; }

    public bool Read(int columns)
    {
        long firstLine = _linesBefore + _parser.RawRow + 1;
        Fault = null;
        _brokenQuote = false;
        try
        {
            if (!_parser.Read())
            {
                return false;
            }
        }
        catch (MaxFieldSizeException)
        {
            Cells = BeforeOpenQuote(columns);
            Fail("It has a quote that is never closed, or a value of more than 32,768 characters.", firstLine);
            return true;
        }

        if (columns < int.MaxValue)
        {
            ReadCells(columns, firstLine);
        }

        return true;
    }

    /// <summary>All values of the row, however many.</summary>
    public List<string> AllCells()
    {
        List<string> cells = new(_parser.Count);
        for (int i = 0; i < _parser.Count; i++)
        {
            cells.Add(_parser[i]);
        }

        return cells;
    }

    public void Dispose() => _parser.Dispose();

    private void ReadCells(int columns, long firstLine)
    {
        object?[] cells = new object?[columns];
        int count = _parser.Count;
        bool unreadable = false;
        for (int i = 0; i < columns && i < count; i++)
        {
            string cell = _parser[i];
            cells[i] = cell;
            unreadable |= UnreadableText.In(cell);
        }

        Cells = cells;
        bool tooMany = HasMoreThan(columns, count);
        bool isSeveralLines = _linesBefore + _parser.RawRow > firstLine;
        if (_brokenQuote || (isSeveralLines && (tooMany || EndsInQuotes())))
        {
            Fail("It has a quote that is not closed, or not doubled inside of a quoted value.", isSeveralLines ? firstLine : null);
        }
        else if (tooMany)
        {
            Fail(FormattableString.Invariant($"It has {count} values for {columns} columns."), null);
        }
        else if (unreadable)
        {
            Fault = UnreadableText.Fault;
        }
        else if (count < columns && count > 1 && IsCutOff())
        {
            Fail(FormattableString.Invariant($"It has {count} values for {columns} columns, and the file ends in the middle of it."), null);
        }
    }

    /// <summary>The values before the one that was never closed, which mostly have the order number among them.</summary>
    private object?[] BeforeOpenQuote(int columns)
    {
        object?[] cells = new object?[columns];
        string raw = _parser.RawRecord;
        int at = 0;
        for (int i = 0; i < columns && at < raw.Length; i++)
        {
            int quotes = raw[at] == '"' ? 1 : 0;
            int end = raw.IndexOf(quotes == 1 ? "\"" + _delimiter : _delimiter.ToString(), at + quotes, StringComparison.Ordinal);
            if (end < 0 || raw.AsSpan(at, end - at).IndexOfAny('\r', '\n') >= 0)
            {
                break;
            }

            cells[i] = raw.Substring(at + quotes, end - at - quotes).Replace("\"\"", "\"");
            at = end + quotes + 1;
        }

        return cells;
    }

    private bool HasMoreThan(int columns, int count)
    {
        for (int i = columns; i < count; i++)
        {
            if (!string.IsNullOrWhiteSpace(_parser[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsInQuotes() => IsCutOff() && QuotesAreOdd(_parser.RawRecord);

    private bool IsCutOff() => _parser.RawRecord is { Length: > 0 } raw && raw[raw.Length - 1] is not ('\n' or '\r');

    private static bool QuotesAreOdd(string raw)
    {
        bool isOdd = false;
        foreach (char c in raw)
        {
            isOdd ^= c == '"';
        }

        return isOdd;
    }

    private void Fail(string message, long? swallowedAfter)
    {
        Fault = new InputFault(message, "Mend the row: put quotes round values that hold the delimiter or a line break, and double quotes inside of them.");
        ResumeAfter = swallowedAfter;
        if (swallowedAfter is not null)
        {
            KeepFirstLine();
        }
    }

    /// <summary>What stands after the first line break belongs to other rows.</summary>
    private void KeepFirstLine()
    {
        int broken = Array.FindIndex(Cells, cell => cell is string text && text.AsSpan().IndexOfAny('\r', '\n') >= 0);
        if (broken >= 0)
        {
            Array.Clear(Cells, broken, Cells.Length - broken);
        }
    }
}
