using System;
using System.IO;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OrderOps.Loader;

/// <summary>Loads the module's cmdlets into a load context of their own, once a process.</summary>
public static class IsolatedModule
{
    private static readonly Lazy<Assembly> Cmdlets = new(() =>
        new ModuleLoadContext(Path.Combine(Path.GetDirectoryName(typeof(IsolatedModule).Assembly.Location)!, "lib"))
            .LoadFromFolder("OrderOps.PowerShell"));

    /// <summary>Loads the cmdlets from the folder <c>lib</c> beside this assembly.</summary>
    /// <returns>The assembly that holds the cmdlets, the same one each time.</returns>
    /// <exception cref="InvalidOperationException">The file on disk is no longer the one that was loaded.</exception>
    public static Assembly Load()
    {
        var reload = Cmdlets.IsValueCreated;
        var cmdlets = Cmdlets.Value;
        if (reload && BuildOf(cmdlets.Location) != cmdlets.ManifestModule.ModuleVersionId)
        {
            throw new InvalidOperationException(
                $"'{cmdlets.Location}' was replaced after this process loaded it. To use the new one, start a new session.");
        }

        return cmdlets;
    }

    private static Guid BuildOf(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
