using System.ComponentModel;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Loading;

/// <summary>
/// What the module changes in the process when it comes, and puts back when it goes. The engine calls neither
/// IModuleAssemblyInitializer nor IModuleAssemblyCleanup of an assembly that it has seen before, so the psm1 does.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModuleLifetime
{
    private static readonly object Gate = new();
    private static readonly TypeAccelerators Accelerators = TypeAccelerators.OfThisPowerShell();

    // Each runspace imports for itself, but type accelerators and resolvers are the whole process's.
    private static int imports;

    /// <summary>A runspace has imported the module.</summary>
    public static void Begin()
    {
        lock (Gate)
        {
            if (++imports == 1)
            {
                Accelerators.Add(PublicModels.FindIn(typeof(Outcome).Assembly));
            }
        }
    }

    /// <summary>A runspace has removed the module.</summary>
    public static void End()
    {
        lock (Gate)
        {
            if (--imports == 0)
            {
                Accelerators.Remove();
                DesktopResolver.Stop();
            }
        }
    }
}
