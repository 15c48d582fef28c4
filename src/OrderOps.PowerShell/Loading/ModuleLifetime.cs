using System.Management.Automation;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Loading;

/// <summary>What the module changes in the process when it comes, and puts back when it goes.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly object Gate = new();
    private static readonly TypeAccelerators Accelerators = TypeAccelerators.OfThisPowerShell();

    // Runspaces import on their own, but type accelerators and resolvers are the process's.
    private static int imports;

    /// <inheritdoc/>
    public void OnImport()
    {
        lock (Gate)
        {
            if (++imports == 1)
            {
                Accelerators.Add(PublicModels.FindIn(typeof(Outcome).Assembly));
            }
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
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
