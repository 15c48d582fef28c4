using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Input;

/// <summary>
/// A file of the inputs that did not make it, as JSON lines, to be mended and sent again. It is written beside its place
/// while the run goes and put there at the end, so that the file of the last run can be the input of this one. Nobody but
/// its owner can read it, from its first moment on: it holds whatever the orders hold.
/// </summary>
internal sealed class FailedFile : IDisposable
{
    private readonly TimeProvider _time;
    private readonly StreamWriter _text;
    private string? _lastKey;
    private bool _closed;

    private FailedFile(string path, string part, TimeProvider time)
    {
        Path = System.IO.Path.GetFullPath(path);
        Part = part;
        _time = time;
        _text = new StreamWriter(Claim(part), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Where it will be.</summary>
    public string Path { get; }

    /// <summary>Where it is while the run goes.</summary>
    public string Part { get; }

    /// <summary>What of earlier runs was moved aside, to lose nothing of it.</summary>
    public IList<string> KeptAside { get; } = new List<string>();

    /// <summary>Begins one.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="time">Names what is moved aside by the moment.</param>
    /// <exception cref="ServiceConfigurationException">It can't be written.</exception>
    public static FailedFile Open(string path, TimeProvider time)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new IOException("It is a folder.");
            }

            string part = path + ".part";
            string? left = File.Exists(part) && LengthOf(part) > 0 ? Aside(path, time) : null;
            if (left is not null)
            {
                File.Move(part, left);
            }

            FailedFile file = new(path, part, time);
            if (left is not null)
            {
                file.KeptAside.Add(left);
            }

            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ServiceConfigurationException(
                "FailedPathNotUsable",
                $"The failed-file '{path}' can't be written: {e.Message}",
                "Name a file in a folder that is there, that this account may write to, and that no other run has in use. Nothing was sent.",
                inner: e);
        }
    }

    /// <summary>Whether another path means this file.</summary>
    public bool IsAt(string path) => string.Equals(System.IO.Path.GetFullPath(path), Path, StringComparison.Ordinal);

    /// <summary>Adds a failed order.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="rows">What it came as, one row or several.</param>
    /// <exception cref="StoreException">It could not be written.</exception>
    public void Add(OrderResult result, IReadOnlyList<InputRecord> rows) => Writing(() =>
    {
        bool isOwn = result.Key.Length > 0 && result.Key == _lastKey;
        _lastKey = result.Key;
        foreach (InputRecord row in rows)
        {
            RecordJson.WriteLine(_text, row, Remarks(result, row, isOwn));
            isOwn = false;
        }
    });

    /// <summary>Hands what was added to the system, so that it outlives the process.</summary>
    /// <exception cref="StoreException">It could not be written.</exception>
    public void Flush() => Writing(_text.Flush);

    /// <summary>Puts the file in its place.</summary>
    /// <param name="mayReplace">Whether what stands there is a failed-file that this run read to its end, so that all of it has an outcome.</param>
    /// <exception cref="StoreException">It can't be put there; it stays beside it.</exception>
    public void Close(bool mayReplace) => Writing(() =>
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _text.Dispose();
        if (File.Exists(Path) && !mayReplace && new FileInfo(Path).Length > 0)
        {
            string aside = Aside(Path, _time);
            File.Move(Path, aside);
            KeptAside.Add(aside);
        }

        if (File.Exists(Path))
        {
            OwnerOnly.Restrict(Path);
            File.Replace(Part, Path, null);
        }
        else
        {
            File.Move(Part, Path);
        }
    });

    /// <summary>Ends one that was not closed, as the run never began: nothing is left of it.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        try
        {
            _text.Dispose();
            File.Delete(Part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is empty.
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Remarks(OrderResult result, InputRecord row, bool isOwn)
    {
        yield return new KeyValuePair<string, string>(ReservedName.Outcome, result.Outcome);
        yield return new KeyValuePair<string, string>(ReservedName.Reason, result.Message);
        yield return new KeyValuePair<string, string>(ReservedName.RunId, result.RunId);
        if (row.Fault is { } fault)
        {
            yield return new KeyValuePair<string, string>(ReservedName.Fault, fault.Message);
        }

        if (isOwn)
        {
            yield return new KeyValuePair<string, string>(ReservedName.OwnOrder, "true");
        }
    }

    private static FileStream Claim(string part)
    {
        OwnerOnly.MakeNew(part);

        // Not shared: of two runs with one failed-file, the second is told at its beginning.
        return new FileStream(part, FileMode.Open, FileAccess.Write, FileShare.None, 64 * 1024);
    }

    private static long LengthOf(string part)
    {
        using FileStream left = new(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        return left.Length;
    }

    private static string Aside(string path, TimeProvider time)
    {
        string folder = System.IO.Path.GetDirectoryName(path) ?? "";
        string name = System.IO.Path.GetFileNameWithoutExtension(path);
        string moment = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        for (int i = 1; ; i++)
        {
            string number = i == 1 ? "" : FormattableString.Invariant($"-{i}");
            string aside = System.IO.Path.Combine(folder, $"{name}.{moment}{number}{System.IO.Path.GetExtension(path)}");
            if (!File.Exists(aside))
            {
                return aside;
            }
        }
    }

    private void Writing(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                "FailedFileNotWritten",
                Path,
                $"The failed-file '{Path}' could not be written: {e.Message}",
                $"Free disk space or close the file, and run again; what was written of it is in '{Part}'. The results and the journal tell what became of each order.",
                e);
        }
    }
}
