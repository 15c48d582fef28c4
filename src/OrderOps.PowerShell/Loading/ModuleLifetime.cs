using System;
using System.ComponentModel;
using System.Management.Automation;
using System.Reflection;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;

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
    /// <param name="module">The module.</param>
    /// <param name="inner">The module that the assembly of the cmdlets became.</param>
    /// <param name="onRemove">What PowerShell is to run when the module goes.</param>
    public static void Begin(PSModuleInfo module, PSModuleInfo inner, ScriptBlock onRemove)
    {
        Export(inner, module);
        lock (Gate)
        {
            if (++imports == 1)
            {
                Accelerators.Add(PublicModels.FindIn(typeof(Outcome).Assembly));
            }
        }

        AppDomain.CurrentDomain.SetData("OrderOps.ModuleBase", module.ModuleBase);
        module.OnRemove = onRemove;
    }

    /// <summary>A runspace has removed the module.</summary>
    public static void End()
    {
        // No command is left that could stop them.
        foreach (SandboxBox box in Session.Current.Sandboxes)
        {
            box.Stop();
        }

        Session.Current.Sandboxes.Clear();
        lock (Gate)
        {
            if (--imports == 0)
            {
                Accelerators.Remove();
                DesktopResolver.Stop();
            }
        }
    }

    // An assembly that comes in a second time keeps its cmdlets to itself (PowerShell/PowerShell#20710).
    private static void Export(PSModuleInfo inner, PSModuleInfo module)
    {
        MethodInfo export = typeof(PSModuleInfo).GetMethod("AddExportedCmdlet", BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (CmdletInfo cmdlet in inner.ExportedCmdlets.Values)
        {
            export.Invoke(module, new object[] { cmdlet });
        }
    }
}
