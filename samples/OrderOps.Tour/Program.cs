using System;
using System.Globalization;
using System.IO;
using System.Threading;
using OrderOps.Tour;

// OrderOps without PowerShell: the demo, or the sandbox as a server. It doubles as the example of using OrderOps.Core
// from C#: read Demo.cs.
using CancellationTokenSource cancel = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancel.Cancel();
};

switch (args)
{
    case []:
        return await Demo.RunAsync(Path.Combine(AppContext.BaseDirectory, "orders.csv"), Console.Out, cancel.Token);
    case ["serve"]:
        return await SandboxHost.ServeAsync(0, Console.Out, cancel.Token);
    case ["serve", var port] when ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number):
        return await SandboxHost.ServeAsync(number, Console.Out, cancel.Token);
    default:
        await Console.Error.WriteLineAsync("Usage: OrderOps.Tour            shows a sync and a cancel against the sandbox");
        await Console.Error.WriteLineAsync("       OrderOps.Tour serve [PORT]   runs the sandbox until Ctrl+C");
        return 2;
}
