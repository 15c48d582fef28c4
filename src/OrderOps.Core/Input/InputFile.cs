using System;
using System.Collections.Generic;
using System.IO;

namespace OrderOps.Input;

/// <summary>Reads order files as a stream of records, one at a time, however large the file is.</summary>
public static class InputFile
{
    /// <summary>
    /// Reads a file: columns separated by comma, semicolon, tab or bar with a header in row 1; a JSON array or object; or
    /// JSON lines. The kind follows from its beginning, and from its extension where that leaves a choice
    /// (<c>.jsonl</c> and <c>.ndjson</c> are JSON lines). UTF-8, or what a byte order mark says.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the file does not say about itself.</param>
    /// <returns>The records, read as they are asked for. A record that can't be read has a <see cref="InputRecord.Fault"/>.</returns>
    /// <exception cref="InputFileException">The file as a whole can't be read; thrown when the first record is asked for.</exception>
    public static IEnumerable<InputRecord> Read(string path, InputFileOptions? options = null)
    {
        options ??= new InputFileOptions();
        FileOpening opening = new(path, options);
        string text = opening.Head.TrimStart();
        string extension = Path.GetExtension(path);
        bool isJson = text[0] is '[' or '{' || Is(extension, ".json") || Is(extension, ".jsonl") || Is(extension, ".ndjson");
        IEnumerable<InputRecord> records = !isJson ? DelimitedFile.Read(opening, options)
            : text[0] != '[' && !Is(extension, ".json") ? JsonLinesFile.Read(opening)
            : JsonDocumentFile.Read(opening);
        using IEnumerator<InputRecord> reading = records.GetEnumerator();
        while (Next(reading, opening.Name))
        {
            yield return reading.Current;
        }
    }

    private static bool Next(IEnumerator<InputRecord> reading, string name)
    {
        try
        {
            return reading.MoveNext();
        }
        catch (IOException e)
        {
            throw new InputFileException("InputFileUnreadable", $"Reading '{name}' broke off: {e.Message}", "Check the drive or the network share, and run again.", e);
        }
    }

    private static bool Is(string extension, string other) => string.Equals(extension, other, StringComparison.OrdinalIgnoreCase);
}
