using System;
using System.Globalization;
using System.IO;
using System.Threading;
using OrderOps.Tour;

// OrderOps without PowerShell: the demo, the sandbox as a server, or Omni's part against a receiver. It doubles as the example of using OrderOps.Core
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
    case ["omni-send", var url] when Uri.TryCreate(url, UriKind.Absolute, out Uri? address):
        return await OmniSend.RunAsync(address, 100, Console.Out, cancel.Token);
    case ["omni-send", var url, var count] when Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int postings):
        return await OmniSend.RunAsync(address, postings, Console.Out, cancel.Token);
    default:
        await Console.Error.WriteLineAsync("Usage: OrderOps.Tour            shows a sync and a cancel against the sandbox");
        await Console.Error.WriteLineAsync("       OrderOps.Tour serve [PORT]   runs the sandbox until Ctrl+C");
        await Console.Error.WriteLineAsync("       OrderOps.Tour omni-send URL [COUNT]   plays Omni against a receiver of postings");
        return 2;
}
