using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.Sandbox;

namespace OrderOps.Tour;

/// <summary>From an order file to accepted orders and back: read, sync, count, cancel.</summary>
internal static class Demo
{
    private const string Poisoned = "WEB-2613";

    public static async Task<int> RunAsync(string ordersPath, TextWriter output, CancellationToken cancellation)
    {
        using SandboxServer sandbox = SandboxServer.Start();
        sandbox.Itl.Poison(Poisoned);
        output.WriteLine($"The sandbox listens at {sandbox.BaseAddress}; it refuses every batch that order {Poisoned} is in.");

        using ItlClient itl = new(new ItlConnection(sandbox.Itl.BaseAddress, sandbox.Itl.AccessToken, sandbox.Itl.SecretKey));
        output.WriteLine();
        output.WriteLine($"  # {"Order",-10} {"Outcome",-9} Batch  Message");
        RunSummary run = await itl.SyncAsync(OrderFile.Read(ordersPath), result => Show(result, output), cancellation: cancellation);

        output.WriteLine();
        output.WriteLine($"{run.Counts}, in {run.Requests} requests.");

        string[] awbNumbers = sandbox.Itl.AwbNumbers.Take(3).ToArray();
        output.WriteLine();
        output.WriteLine($"Cancelling {string.Join(", ", awbNumbers)}:");
        await itl.CancelAsync(
            awbNumbers,
            result => output.WriteLine($"{result.InputIndex,3} {result.AwbNumber,-12} {result.Outcome,-9} order {result.Reference}"),
            cancellation: cancellation);

        return run.Accepted == 59 && run.Rejected == 1 ? 0 : 1;
    }

    // The first and the last orders stand for all that went well.
    private static void Show(ItlOrderResult result, TextWriter output)
    {
        if (result.InputIndex is < 3 or > 57 || result.Outcome != nameof(Outcome.Accepted))
        {
            output.WriteLine($"{result.InputIndex,3} {result.Key,-10} {result.Outcome,-9} {result.Batch,5}  {result.Message}");
        }
    }
}
