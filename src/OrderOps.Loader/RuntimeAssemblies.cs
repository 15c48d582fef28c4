using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace OrderOps.Loader;

/// <summary>
/// What the runtime and PowerShell bring along. Read from the list that the host started with, so that an assembly
/// that another module put into the default context is never taken for the runtime's.
/// </summary>
internal sealed class RuntimeAssemblies(string trustedPlatformAssemblies)
{
    private readonly Dictionary<string, string> paths = ByName(trustedPlatformAssemblies);

    public static RuntimeAssemblies OfThisProcess() =>
        new(AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? string.Empty);

    public Version? VersionOf(string name) =>
        paths.TryGetValue(name, out var path) ? AssemblyName.GetAssemblyName(path).Version : null;

    private static Dictionary<string, string> ByName(string list)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            found.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }

        return found;
    }
}
