using System;

namespace OrderOps.PowerShell.Streams;

/// <summary>Whether a person looks at this session.</summary>
internal static class Interactivity
{
    /// <summary>Says whether progress would be seen.</summary>
    /// <param name="hostName">The name of the PowerShell host; jobs and services have one of their own.</param>
    public static bool SomebodyLooks(string hostName) =>
        Environment.UserInteractive
        && !Console.IsOutputRedirected
        && !Console.IsInputRedirected
        && hostName is not ("Default Host" or "ServerRemoteHost")
        && Array.FindIndex(Environment.GetCommandLineArgs(), IsNonInteractive) < 0;

    private static bool IsNonInteractive(string argument) =>
        argument.Length >= 5 && (argument[0] is '-' or '/')
        && "noninteractive".StartsWith(argument.TrimStart('-', '/'), StringComparison.OrdinalIgnoreCase);
}
