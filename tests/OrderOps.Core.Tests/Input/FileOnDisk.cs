using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using OrderOps.Input;

namespace OrderOps.Tests.Input;

/// <summary>A file on disk for one test.</summary>
internal sealed class FileOnDisk : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "orderops-" + Guid.NewGuid().ToString("N"));

    public FileOnDisk(string name, byte[] bytes)
    {
        Directory.CreateDirectory(_folder);
        FullPath = Path.Combine(_folder, name);
        File.WriteAllBytes(FullPath, bytes);
    }

    public FileOnDisk(string name, string text)
        : this(name, new UTF8Encoding(false).GetBytes(text))
    {
    }

    public string FullPath { get; }

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);

    public List<InputRecord> Read(InputFileOptions? options = null) => InputFile.Read(FullPath, options).ToList();

    public InputFileException Refused() => Xunit.Assert.Throws<InputFileException>(() => Read());

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
