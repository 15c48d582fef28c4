using System;
using System.Collections.Generic;
using System.IO;

namespace OrderOps.Input;

/// <summary>What stands before the rows of a delimited file: lines that are no header, the delimiter, the names.</summary>
internal sealed class DelimitedHeader
{
    private DelimitedHeader(int hintLines, char delimiter)
    {
        HintLines = hintLines;
        Delimiter = delimiter;
    }

    /// <summary>Lines before the header: the delimiter hint of a spreadsheet, the type line of Export-Csv.</summary>
    public int HintLines { get; }

    public char Delimiter { get; }

    public static DelimitedHeader Find(string head, char? delimiter)
    {
        using StringReader lines = new(head);
        int hints = 0;
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == 5)
            {
                delimiter ??= line[4];
            }
            else if (!line.StartsWith("#TYPE ", StringComparison.Ordinal))
            {
                return new DelimitedHeader(hints, delimiter ?? Input.Delimiter.Find(line));
            }

            hints++;
        }

        return new DelimitedHeader(hints, delimiter ?? ',');
    }

    /// <summary>The names of the columns; unnamed ones at the end are none, others are called by their place.</summary>
    /// <exception cref="InputFileException">There is no name, or one twice.</exception>
    public static RecordShape Shape(List<string> cells, string file)
    {
        int count = cells.FindLastIndex(cell => cell.Trim().Length > 0) + 1;
        if (count == 0)
        {
            throw new InputFileException("InputFileNoHeader", $"'{file}' has no header: its first row is blank.", "Put the names of the columns into the first row.");
        }

        string[] names = new string[count];
        for (int i = 0; i < count; i++)
        {
            string name = cells[i].Trim();
            names[i] = name.Length > 0 ? name : FormattableString.Invariant($"Column{i + 1}");
        }

        return DuplicateName.In(names) is { } twice
            ? throw new InputFileException("InputFileDuplicateColumn", $"'{file}' has the column '{twice}' twice, and nothing says which one counts.", "Rename or remove one of them in the first row.")
            : new RecordShape(names);
    }
}
