using System.Runtime.CompilerServices;

namespace OrderOps;

/// <summary>How methods are compiled.</summary>
internal static class Compiled
{
    /// <summary>
    /// For good the first time, as netstandard2.0 can't say by name (AggressiveOptimization): for what runs once an order. A
    /// scheduled task's process is over before .NET comes to improve it.
    /// </summary>
    public const MethodImplOptions AtOnce = (MethodImplOptions)512;
}
