using System;

namespace OrderOps.Loader;

/// <summary>Where an assembly that the module asks for comes from.</summary>
public enum AssemblyOrigin
{
    /// <summary>From PowerShell and its runtime.</summary>
    Host,

    /// <summary>From the module's own folder, into its own load context.</summary>
    Module,
}

/// <summary>Which name comes from where.</summary>
public static class AssemblyOriginRule
{
    /// <summary>Decides where an assembly comes from.</summary>
    /// <param name="name">The simple name that is asked for.</param>
    /// <param name="asked">The version that is asked for; <see langword="null"/> for any.</param>
    /// <param name="shipped">Whether the module's folder has an assembly of that name.</param>
    /// <param name="hosted">The version that the runtime has; <see langword="null"/> if it has none.</param>
    /// <returns>The origin.</returns>
    public static AssemblyOrigin Decide(string name, Version? asked, bool shipped, Version? hosted)
    {
        if (!shipped)
        {
            return AssemblyOrigin.Host;
        }

        if (!BelongsToTheRuntime(name))
        {
            return AssemblyOrigin.Module;
        }

        return hosted is not null && (asked is null || hosted >= asked) ? AssemblyOrigin.Host : AssemblyOrigin.Module;
    }

    /// <summary>
    /// Whether an assembly shares its types with the runtime, so that a second copy of it would not fit together
    /// with the rest.
    /// </summary>
    /// <param name="name">The simple name.</param>
    /// <returns><see langword="true"/> for the names of the runtime.</returns>
    public static bool BelongsToTheRuntime(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith("System.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("Microsoft.Win32.", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Microsoft.CSharp", StringComparison.OrdinalIgnoreCase)
            || name.Equals("System", StringComparison.OrdinalIgnoreCase)
            || name.Equals("netstandard", StringComparison.OrdinalIgnoreCase)
            || name.Equals("mscorlib", StringComparison.OrdinalIgnoreCase);
    }
}
