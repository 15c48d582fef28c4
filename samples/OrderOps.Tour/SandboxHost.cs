using System.IO;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Sandbox;

namespace OrderOps.Tour;

/// <summary>The sandbox as a server, for tries from another process.</summary>
internal static class SandboxHost
{
    public static async Task<int> ServeAsync(int port, TextWriter output, CancellationToken cancellation)
    {
        using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions { Port = port });
        await output.WriteLineAsync($"ITL         {sandbox.Itl.BaseAddress}");
        await output.WriteLineAsync($"AccessToken {sandbox.Itl.AccessToken}");
        await output.WriteLineAsync($"SecretKey   {sandbox.Itl.SecretKey}");
        await output.WriteLineAsync("Ctrl+C stops it.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (TaskCanceledException)
        {
            await output.WriteLineAsync($"{sandbox.RequestCount} requests, {sandbox.Itl.AcceptedCount} orders accepted.");
        }

        return 0;
    }
}
