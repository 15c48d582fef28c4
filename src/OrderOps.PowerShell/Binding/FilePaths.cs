using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Binding;

/// <summary>The files that -Path and -LiteralPath mean. One that can't be meant is an error of its own, and the others go on.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    /// <param name="cmdlet">Whose folder paths are relative to.</param>
    /// <param name="paths">Paths with wildcards.</param>
    /// <param name="literalPaths">Paths as they are.</param>
    /// <param name="unread">Told of each path that gives no file, before its error.</param>
    public static IEnumerable<string> Resolve(PSCmdlet cmdlet, IReadOnlyList<string> paths, IReadOnlyList<string> literalPaths, Action? unread)
    {
        foreach (string path in paths)
        {
            foreach (string file in Expand(cmdlet, path, unread))
            {
                yield return file;
            }
        }

        foreach (string path in literalPaths)
        {
            if (Literal(cmdlet, path, unread) is { } file)
            {
                yield return file;
            }
        }
    }

    /// <summary>The full path of a file that is to be written.</summary>
    /// <exception cref="ServiceConfigurationException">It can be none.</exception>
    public static string ToWrite(PSCmdlet cmdlet, string path)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == FileSystem ? file : throw NotUsable(path, $"it is not in the file system but in {provider.Name}");
        }
        catch (SessionStateException failure)
        {
            throw NotUsable(path, failure.Message);
        }
    }

    private static ServiceConfigurationException NotUsable(string path, string why) =>
        new("FailedPathNotUsable", $"The failed-file '{path}' can't be written: {why.TrimEnd('.')}.", "Give the path of a file. Nothing was sent.");

    private static Collection<string> Expand(PSCmdlet cmdlet, string path, Action? unread)
    {
        try
        {
            Collection<string> files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            if (!IsFile(cmdlet, path, provider, unread))
            {
                return [];
            }

            if (files.Count == 0)
            {
                throw new ItemNotFoundException($"No file matches '{path}'.");
            }

            return files;
        }
        catch (SessionStateException failure)
        {
            NotFound(cmdlet, path, failure, unread);
            return [];
        }
    }

    private static string? Literal(PSCmdlet cmdlet, string path, Action? unread)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return IsFile(cmdlet, path, provider, unread) ? file : null;
        }
        catch (SessionStateException failure)
        {
            NotFound(cmdlet, path, failure, unread);
            return null;
        }
    }

    private static bool IsFile(PSCmdlet cmdlet, string path, ProviderInfo provider, Action? unread)
    {
        if (provider.Name == FileSystem)
        {
            return true;
        }

        unread?.Invoke();
        cmdlet.WriteError(Failures.Record(
            new PSNotSupportedException($"'{path}' is not in the file system but in {provider.Name}."),
            "InputFileNotUsable",
            ErrorCategory.InvalidArgument,
            path,
            "Give the path of a file."));
        return false;
    }

    private static void NotFound(PSCmdlet cmdlet, string path, SessionStateException failure, Action? unread)
    {
        unread?.Invoke();
        cmdlet.WriteError(Failures.Record(
            failure,
            "InputFileNotFound",
            ErrorCategory.ObjectNotFound,
            path,
            "Check the path; a relative one is looked for below the current location."));
    }
}
