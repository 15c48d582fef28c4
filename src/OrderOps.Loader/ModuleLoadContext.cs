using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace OrderOps.Loader;

/// <summary>The load context in which everything of the module but this assembly lives.</summary>
internal sealed class ModuleLoadContext(string folder) : AssemblyLoadContext("OrderOps")
{
    private readonly RuntimeAssemblies runtime = RuntimeAssemblies.OfThisProcess();

    public Assembly LoadFromFolder(string name) => LoadFromAssemblyPath(PathOf(name));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        var path = PathOf(name);
        var shipped = File.Exists(path);

        // Asking for the version opens the runtime's file, and each of them is a millisecond of every import.
        var hosted = shipped && AssemblyOriginRule.BelongsToTheRuntime(name) ? runtime.VersionOf(name) : null;
        var origin = AssemblyOriginRule.Decide(name, assemblyName.Version, shipped, hosted);

        // null leaves the name to the default context.
        return origin == AssemblyOrigin.Module ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var file = NativeFile.PathOf(unmanagedDllName, RuntimeInformation.RuntimeIdentifier, RuntimeInformation.ProcessArchitecture);
        var path = Path.Combine(folder, "..", "native", file);

        // Zero leaves the name to the system: the runtime's own and the system's libraries.
        return File.Exists(path) ? LoadUnmanagedDllFromPath(Path.GetFullPath(path)) : IntPtr.Zero;
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".dll");
}
