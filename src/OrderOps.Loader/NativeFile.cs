using System;
using System.IO;
using System.Runtime.InteropServices;

namespace OrderOps.Loader;

/// <summary>Where the module's native libraries are: <c>native/RID/file</c>.</summary>
public static class NativeFile
{
    /// <summary>The file of a library on a machine.</summary>
    /// <param name="name">The name that is asked for, such as <c>e_sqlite3</c>.</param>
    /// <param name="runtimeIdentifier">What the runtime was made for, such as <c>linux-musl-x64</c>.</param>
    /// <param name="architecture">The process's architecture.</param>
    /// <returns>The path below the folder <c>native</c>.</returns>
    public static string PathOf(string name, string runtimeIdentifier, Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(runtimeIdentifier);
        var processor = architecture switch
        {
            Architecture.X86 => "x86",
            Architecture.Arm64 => "arm64",
            _ => "x64",
        };
        return runtimeIdentifier switch
        {
            _ when runtimeIdentifier.StartsWith("win", StringComparison.Ordinal) => Path.Combine("win-" + processor, name + ".dll"),
            _ when runtimeIdentifier.StartsWith("osx", StringComparison.Ordinal) => Path.Combine("osx-" + processor, "lib" + name + ".dylib"),

            // Alpine names itself where its packages made the runtime.
            _ when runtimeIdentifier.Contains("musl", StringComparison.Ordinal) || runtimeIdentifier.StartsWith("alpine", StringComparison.Ordinal)
                => Path.Combine("linux-musl-" + processor, "lib" + name + ".so"),
            _ => Path.Combine("linux-" + processor, "lib" + name + ".so"),
        };
    }
}
