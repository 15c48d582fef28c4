using System.Collections.Generic;
using System.IO;

namespace OrderOps.Input;

/// <summary>
/// Reads rows of columns under a header. A row that can't be read costs only itself: where a quote that is never closed
/// swallowed the lines after it, reading goes on with the line after the one where it began.
/// </summary>
internal static class DelimitedFile
{
    private const int MaxResumptions = 100;

    public static IEnumerable<InputRecord> Read(FileOpening opening, InputFileOptions options)
    {
        DelimitedHeader header = DelimitedHeader.Find(opening.Head, options.Delimiter);
        string place = opening.Name + ", row";
        RecordShape? shape = null;
        long line = header.HintLines;
        long row = header.HintLines;
        for (int resumption = 0; ; resumption++)
        {
            if (resumption > MaxResumptions)
            {
                throw new InputFileException("InputFileMalformed", $"'{opening.Name}' has more than {MaxResumptions} rows with quotes that are never closed; row {row} is the last of them.", "Export the file again, with quotes doubled inside of quoted values.");
            }

            using TextReader text = opening.Open();
            Skip(text, line);
            using DelimitedRows rows = new(text, header.Delimiter, line);
            if (shape is null)
            {
                rows.Read(int.MaxValue);
                shape = DelimitedHeader.Shape(rows.AllCells(), opening.Name);
                row++;
            }

            while (rows.Read(shape.Names.Count))
            {
                InputRecord record = new(shape, rows.Cells, place, ++row) { Fault = rows.Fault };
                yield return record;
                if (rows.ResumeAfter is not null)
                {
                    break;
                }
            }

            if (rows.ResumeAfter is not { } faulty)
            {
                yield break;
            }

            line = faulty;
        }
    }

    private static void Skip(TextReader text, long lines)
    {
        for (long i = 0; i < lines; i++)
        {
            text.ReadLine();
        }
    }
}
