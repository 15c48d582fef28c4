using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Binding;

/// <summary>The files that -Path and -LiteralPath mean. One that can't be meant is an error of its own, and the others go on.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    public static IEnumerable<string> Resolve(PSCmdlet cmdlet, IReadOnlyList<string> paths, IReadOnlyList<string> literalPaths)
    {
        foreach (string path in paths)
        {
            foreach (string file in Expand(cmdlet, path))
            {
                yield return file;
            }
        }

        foreach (string path in literalPaths)
        {
            if (Literal(cmdlet, path) is { } file)
            {
                yield return file;
            }
        }
    }

    private static Collection<string> Expand(PSCmdlet cmdlet, string path)
    {
        try
        {
            Collection<string> files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            if (!IsFile(cmdlet, path, provider))
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
            NotFound(cmdlet, path, failure);
            return [];
        }
    }

    private static string? Literal(PSCmdlet cmdlet, string path)
    {
        try
        {
            string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return IsFile(cmdlet, path, provider) ? file : null;
        }
        catch (SessionStateException failure)
        {
            NotFound(cmdlet, path, failure);
            return null;
        }
    }

    private static bool IsFile(PSCmdlet cmdlet, string path, ProviderInfo provider)
    {
        if (provider.Name == FileSystem)
        {
            return true;
        }

        cmdlet.WriteError(Failures.Record(
            new PSNotSupportedException($"'{path}' is not in the file system but in {provider.Name}."),
            "InputFileNotUsable",
            ErrorCategory.InvalidArgument,
            path,
            "Give the path of a file."));
        return false;
    }

    private static void NotFound(PSCmdlet cmdlet, string path, SessionStateException failure) => cmdlet.WriteError(Failures.Record(
        failure,
        "InputFileNotFound",
        ErrorCategory.ObjectNotFound,
        path,
        "Check the path; a relative one is looked for below the current location."));
}
