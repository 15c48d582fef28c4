using System;
using System.IO;
using System.Text;

namespace OrderOps.Input;

/// <summary>Opens a file as text and says what its beginning shows: its encoding, its kind, its first lines.</summary>
internal sealed class FileOpening
{
    private const int HeadBytes = 64 * 1024;

    private readonly Encoding _encoding;

    public FileOpening(string path, InputFileOptions options)
    {
        Path = path;
        Name = System.IO.Path.GetFileName(path);
        byte[] head = ReadHead();
        Encoding? marked = ByteOrderMark(head);
        _encoding = marked ?? options.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        RefuseBinary(head, isMarked: marked is not null || options.Encoding is not null);
        Head = _encoding.GetString(head).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(Head))
        {
            throw new InputFileException("InputFileEmpty", $"'{Name}' is empty.", "Export the orders again, or name another file.");
        }
    }

    public string Path { get; }

    /// <summary>The file's name without its folder, for messages.</summary>
    public string Name { get; }

    /// <summary>The beginning of the text.</summary>
    public string Head { get; }

    public TextReader Open() => new StreamReader(OpenStream(), _encoding, detectEncodingFromByteOrderMarks: true, bufferSize: HeadBytes);

    private FileStream OpenStream()
    {
        try
        {
            // A spreadsheet that has the file open holds a lock for writing, which is no reason not to read it.
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, HeadBytes, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputFileException("InputFileNotFound", $"The file '{Path}' does not exist.", "Check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputFileException("InputFileUnreadable", $"The file '{Path}' can't be opened: {e.Message}", "Check that it is a file, that this account may read it, and that no other program has it locked.", e);
        }
    }

    private byte[] ReadHead()
    {
        using FileStream stream = OpenStream();
        byte[] head = new byte[HeadBytes];
        int length = 0;
        int read;
        while (length < head.Length && (read = stream.Read(head, length, head.Length - length)) > 0)
        {
            length += read;
        }

        Array.Resize(ref head, length);
        return head;
    }

    private static Encoding? ByteOrderMark(byte[] head) =>
        StartsWith(head, 0xEF, 0xBB, 0xBF) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        : StartsWith(head, 0xFF, 0xFE, 0, 0) ? Encoding.UTF32
        : StartsWith(head, 0xFF, 0xFE) ? Encoding.Unicode
        : StartsWith(head, 0xFE, 0xFF) ? Encoding.BigEndianUnicode
        : null;

    private void RefuseBinary(byte[] head, bool isMarked)
    {
        if (StartsWith(head, (byte)'P', (byte)'K', 3, 4) || StartsWith(head, 0xD0, 0xCF, 0x11, 0xE0))
        {
            throw new InputFileException("InputFileIsWorkbook", $"'{Name}' is a spreadsheet workbook, whatever its name says.", "Open it and save it as 'CSV UTF-8', then name that file.");
        }

        if (!isMarked && Array.IndexOf(head, (byte)0) >= 0)
        {
            throw new InputFileException("InputFileNotText", $"'{Name}' is not a text file.", "Save it as CSV or JSON in UTF-8, then name that file.");
        }
    }

    private static bool StartsWith(byte[] head, params byte[] mark) => head.AsSpan().StartsWith(mark);
}
