using System.IO;
using System.Reflection;
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
        var origin = AssemblyOriginRule.Decide(
            name,
            assemblyName.Version,
            File.Exists(path),
            AssemblyOriginRule.BelongsToTheRuntime(name) ? runtime.VersionOf(name) : null);

        // null leaves the name to the default context.
        return origin == AssemblyOrigin.Module ? LoadFromAssemblyPath(path) : null;
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".dll");
}
