using System;
using System.ComponentModel;
using System.IO;
using System.Reflection;

namespace OrderOps.PowerShell.Loading;

/// <summary>
/// Finds the module's own assemblies in Windows PowerShell, where nothing redirects a reference to the version that
/// the module ships. It uses nothing outside the runtime, because it runs before any of them can be found.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DesktopResolver
{
    private static readonly string Folder = FolderOf(typeof(DesktopResolver).Assembly);

    /// <summary>Begins to answer. Doing it twice is the same as once.</summary>
    public static void Start()
    {
        Stop();
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    /// <summary>No longer answers.</summary>
    public static void Stop() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    /// <summary>Decides which file answers a request that the runtime could not answer.</summary>
    /// <param name="asked">The full or simple name that is asked for.</param>
    /// <param name="requester">The folder of the assembly that asks; empty if nobody knows.</param>
    /// <param name="folder">The module's folder.</param>
    /// <param name="exists">Whether there is a file of a full path.</param>
    /// <returns>The full path of the file, at whatever version it has, or <see langword="null"/> for no answer.</returns>
    internal static string? Answer(string asked, string requester, string folder, Func<string, bool> exists)
    {
        if (requester.Length == 0 || !string.Equals(requester, folder, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var comma = asked.IndexOf(',');
        var path = Path.Combine(folder, (comma < 0 ? asked : asked.Substring(0, comma)) + ".dll");
        return exists(path) ? path : null;
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        var path = Answer(request.Name, FolderOf(request.RequestingAssembly), Folder, File.Exists);
        return path is null ? null : Assembly.LoadFrom(path);
    }

    // An assembly that was made in memory has no location.
    private static string FolderOf(Assembly? assembly) =>
        assembly is null || assembly.IsDynamic || assembly.Location.Length == 0
            ? string.Empty
            : Path.GetDirectoryName(assembly.Location) ?? string.Empty;
}
