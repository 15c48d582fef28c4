using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Itl;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.Sandbox;

namespace OrderOps.Tour;

/// <summary>From an order file to accepted orders and back: read, sync, count, run it again, cancel.</summary>
internal static class Demo
{
    private const string Poisoned = "WEB-2613";

    public static async Task<int> RunAsync(string ordersPath, TextWriter output, CancellationToken cancellation)
    {
        using SandboxServer sandbox = SandboxServer.Start();
        sandbox.Itl.Poison(Poisoned);
        output.WriteLine($"The sandbox listens at {sandbox.BaseAddress}; it refuses every batch that order {Poisoned} is in.");

        using ItlClient itl = new(new ItlConnection(sandbox.Itl.BaseAddress, sandbox.Itl.AccessToken, sandbox.Itl.SecretKey));
        string folder = Directory.CreateTempSubdirectory("OrderOps-Tour-").FullName;
        try
        {
            SyncOptions options = new() { Journal = new JournalSettings { Path = Path.Combine(folder, "journal.db"), Account = "Tour" } };
            output.WriteLine();
            output.WriteLine($"  # {"Order",-10} {"Outcome",-9} Batch  Message");
            RunSummary run = await itl.SyncAsync(OrderFile.Read(ordersPath), result => Show(result, output), options, cancellation);

            output.WriteLine();
            output.WriteLine($"{run.Counts}, in {run.Requests} requests.");

            RunSummary again = await itl.SyncAsync(OrderFile.Read(ordersPath), _ => { }, options, cancellation);
            output.WriteLine($"The same file again, with the same journal: {again.Counts}.");

            await CancelAsync(itl, sandbox, output, cancellation);
            return (run.Accepted, run.Rejected, again.Skipped, again.Rejected) == (59, 1, 59, 1) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CancelAsync(ItlClient itl, SandboxServer sandbox, TextWriter output, CancellationToken cancellation)
    {

        string[] awbNumbers = sandbox.Itl.AwbNumbers.Take(3).ToArray();
        output.WriteLine();
        output.WriteLine($"Cancelling {string.Join(", ", awbNumbers)}:");
        await itl.CancelAsync(
            awbNumbers,
            result => output.WriteLine($"{result.InputIndex,3} {result.AwbNumber,-12} {result.Outcome,-9} order {result.Reference}"),
            cancellation: cancellation);
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
