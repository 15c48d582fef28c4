using System;
using System.IO;
using System.Management.Automation;
using System.Text;
using OrderOps.Input;
using OrderOps.Omni;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>Checks postings against the vendor's table as a receiver does, and gives one result a posting with all findings.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OmniPosting", DefaultParameterSetName = InputSet)]
[OutputType(typeof(OmniPostingTest))]
public sealed class TestOmniPostingCommand : OrderOpsCmdlet
{
    private const string InputSet = "InputObject";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private long _index;

    /// <summary>Postings: JSON texts, bytes, objects, hashtables, received postings, or files as Get-Item gives them.</summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; } = [];

    /// <summary>Files of postings; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files of postings, their names taken as they are.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (PSObject? item in InputObject ?? [])
        {
            if (item is not null)
            {
                Take(item);
            }
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        foreach (string file in FilePaths.Resolve(this, Path, LiteralPath, null))
        {
            TakeFile(file);
        }
    }

    private void Take(PSObject item)
    {
        switch (item.BaseObject)
        {
            case FileInfo file:
                TakeFile(file.FullName);
                break;
            case string text:
                Test(Encoding.UTF8.GetBytes(text), null, item);
                break;
            case byte[] body:
                Test(body, null, item);
                break;
            case ReceivedPosting { Raw: string raw }:
                Test(Encoding.UTF8.GetBytes(raw), null, item);
                break;
            case ReceivedPosting { Raw: byte[] raw }:
                Test(raw, null, item);
                break;
            case ReceivedPosting { Posting: { } posting }:
                TakeObject(PSObject.AsPSObject(posting), item);
                break;
            default:
                TakeObject(item, item);
                break;
        }
    }

    private void TakeObject(PSObject posting, PSObject item)
    {
        if (PostingObject.ToJson(posting) is { } body)
        {
            Write(body, null, item);
            return;
        }

        WriteError(Failures.Record(
            new ArgumentException("The object goes deeper than any posting does."),
            "InputNotUsable",
            ErrorCategory.InvalidData,
            item,
            "Give JSON texts, files as Get-Item gives them, or objects as ConvertFrom-Json makes them of a posting."));
    }

    private void TakeFile(string path)
    {
        try
        {
            Test(File.ReadAllBytes(path), path, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteError(Failures.OfFile(Unread(failure, path), path));
        }
    }

    private void Test(byte[] bytes, string? source, PSObject? item)
    {
        foreach (byte[] body in PostingBodies.Split(bytes))
        {
            Write(body, source, item);
        }
    }

    private void Write(byte[] body, string? source, PSObject? item) =>
        WriteObject(new OmniPostingTest(_index++, PostingReader.Read(body), source, item?.BaseObject is PSCustomObject ? item : item?.BaseObject));

    private static InputFileException Unread(Exception failure, string path) => failure is FileNotFoundException or DirectoryNotFoundException
        ? new InputFileException("InputFileNotFound", $"There is no file '{path}'.", "Check the path; a relative one is looked for below the current location.", failure)
        : new InputFileException("InputFileUnreadable", failure.Message, "Check who may read the file, and whether another program holds it.", failure);
}
