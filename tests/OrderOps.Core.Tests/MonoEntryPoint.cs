#if NETFRAMEWORK
using System;
using System.Threading.Tasks;
using Xunit.Runner.InProc.SystemConsole;

namespace OrderOps.Tests;

/// <summary>
/// Runs the tests without the runner's own watchdog. It starts a delay on the thread pool while the main thread is
/// already returning, and Mono 6.8 then aborts with "ThreadAbortException … is_ok (error) not met", after all tests
/// have passed.
/// </summary>
internal static class MonoEntryPoint
{
    private static async Task<int> Main(string[] args)
    {
        using var runner = new ConsoleRunner(args, typeof(MonoEntryPoint).Assembly);
        var exitCode = await runner.EntryPoint(null, null).ConfigureAwait(false);
        Environment.Exit(exitCode);
        return exitCode;
    }
}
#endif
