using System;
using System.IO;

namespace OrderOps.Journal;

/// <summary>Where stores are, unless a path is given.</summary>
internal static class DataFolder
{
    /// <summary>The store's full path.</summary>
    /// <param name="path">What was asked for; <see langword="null"/> for the default.</param>
    /// <param name="fileName">The file in the default folder.</param>
    /// <exception cref="StoreException">The folder is empty or relative, or the machine has none.</exception>
    public static string PathOf(string? path, string fileName) =>
        path is null
            ? Path.Combine(Default(Path.DirectorySeparatorChar == '\\', Environment.GetEnvironmentVariable, LocalApplicationData()), fileName)
            : Given(path);

    /// <summary>The folder of a user's data that stays on this machine: never one that roams.</summary>
    /// <param name="windows">Whether this is Windows.</param>
    /// <param name="variable">An environment variable by its name.</param>
    /// <param name="localApplicationData">What the system names as the local data folder.</param>
    internal static string Default(bool windows, Func<string, string?> variable, string localApplicationData)
    {
        string? xdg = windows ? null : variable("XDG_DATA_HOME");
        if (xdg is { Length: > 0 } && !xdg.StartsWith("/", StringComparison.Ordinal))
        {
            throw new StoreException(
                "StoreFolderRelative", xdg, $"XDG_DATA_HOME is '{xdg}', which is no full path.", "Set XDG_DATA_HOME to a full path, or name the file by a full path.");
        }

        string folder = xdg is { Length: > 0 } ? xdg : localApplicationData;
        return folder.Length == 0
            ? throw new StoreException(
                "StoreFolderMissing",
                "",
                "This account has no local data folder, as is usual for services.",
                "Name the file by a full path, for a service under ProgramData or /var/lib.")
            : Path.Combine(folder, "OrderOps");
    }

    private static string Given(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new StoreException("StoreFolderMissing", path, "The store's path is empty.", "Give a full path, or leave the parameter out for the default.");
        }

        if (!IsFull(path))
        {
            throw new StoreException(
                "StoreFolderRelative", path, $"The store's path '{path}' is relative, and would be another file in another folder.", "Give a full path.");
        }

        return Path.GetFullPath(path);
    }

    // On Windows, \x and C:x depend on the current drive and folder.
    private static bool IsFull(string path) =>
        Path.DirectorySeparatorChar == '/'
            ? path[0] == '/'
            : path.Length > 2 && ((path[1] == ':' && path[2] is '\\' or '/') || path.StartsWith(@"\\", StringComparison.Ordinal));

    private static string LocalApplicationData() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
}
