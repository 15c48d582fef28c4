using System;
using System.IO;
using OrderOps.Sandbox;

namespace OrderOps.Benchmarks;

/// <summary>The sandbox for measuring: it keeps counts and nothing else, and each line that it reads asks for them.</summary>
internal static class MeasuredService
{
    public static void Run(TimeSpan latency, TextReader input, TextWriter output)
    {
        SandboxOptions options = new() { KeepOrders = false, KeepRequests = 0, Latency = latency };
        using SandboxServer sandbox = SandboxServer.Start(options);
        output.WriteLine($"{sandbox.Itl.BaseAddress} {sandbox.Itl.AccessToken} {sandbox.Itl.SecretKey}");
        while (input.ReadLine() is not null)
        {
            output.WriteLine(FormattableString.Invariant($"{sandbox.Itl.AcceptedCount} {sandbox.RequestCount}"));
        }
    }
}
