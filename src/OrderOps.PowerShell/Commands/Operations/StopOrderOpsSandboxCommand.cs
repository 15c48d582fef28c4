using System.Linq;
using System.Management.Automation;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Stops sandboxes of this session.</summary>
[Cmdlet(VerbsLifecycle.Stop, "OrderOpsSandbox")]
public sealed class StopOrderOpsSandboxCommand : OrderOpsCmdlet
{
    /// <summary>The sandbox; all of this session if none is given.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public SandboxBox? InputObject { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        SandboxBox[] boxes = InputObject is null ? Session.Current.Sandboxes.ToArray() : [InputObject];
        foreach (SandboxBox box in boxes)
        {
            box.Stop();
            Session.Current.Sandboxes.Remove(box);
        }
    }
}
