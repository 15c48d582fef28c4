using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Binding;

/// <summary>The files that -Path and -LiteralPath mean.</summary>
internal static class FilePaths
{
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
            yield return cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        }
    }

    private static Collection<string> Expand(PSCmdlet cmdlet, string path)
    {
        try
        {
            return cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (ItemNotFoundException failure)
        {
            cmdlet.WriteError(Failures.Record(
                failure,
                "InputFileNotFound",
                ErrorCategory.ObjectNotFound,
                path,
                "Check the path; a relative one is looked for below the current location."));
            return [];
        }
    }
}
