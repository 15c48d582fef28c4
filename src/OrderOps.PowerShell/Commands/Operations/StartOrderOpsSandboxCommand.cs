using System.Management.Automation;
using OrderOps.PowerShell.Connections;
using OrderOps.PowerShell.Streams;
using OrderOps.Sandbox;

namespace OrderOps.PowerShell.Commands.Operations;

/// <summary>Starts the sandbox: the services, emulated, on a loopback port of this machine.</summary>
[Cmdlet(VerbsLifecycle.Start, "OrderOpsSandbox")]
[OutputType(typeof(SandboxBox))]
public sealed class StartOrderOpsSandboxCommand : OrderOpsCmdlet
{
    /// <summary>The port; by default a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Milliseconds that every answer takes.</summary>
    [Parameter]
    [ValidateRange(0, 600000)]
    public int LatencyMs { get; set; }

    /// <summary>Order numbers whose batch is refused as a whole.</summary>
    [Parameter]
    public string[] PoisonedOrder { get; set; } = [];

    /// <summary>How many external orders there are to be read.</summary>
    [Parameter]
    [ValidateRange(0, 1000000)]
    public int ExternalOrderCount { get; set; } = 3000;

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        SandboxOptions options = new() { Port = Port, ExternalOrders = ExternalOrderCount, Latency = System.TimeSpan.FromMilliseconds(LatencyMs) };
        SandboxServer server;
        try
        {
            server = SandboxServer.Start(options);
        }
        catch (System.Exception failure) when (failure is System.Net.HttpListenerException or System.IO.IOException or System.InvalidOperationException)
        {
            ThrowTerminatingError(Failures.Record(
                failure,
                "SandboxNotStarted",
                ErrorCategory.ResourceUnavailable,
                Port,
                "Leave -Port out for a free one, or give a port that nothing listens on."));
            return;
        }

        foreach (string order in PoisonedOrder)
        {
            server.Itl.Poison(order);
        }

        SandboxBox box = new(server);
        Session.Current.Sandboxes.Add(box);
        WriteObject(box);
    }
}
