#if NET
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Sandbox;

namespace OrderOps.Tests.Journal.Killing;

/// <summary>A sync of a file with a journal in a process of its own, which waits for a word to begin and can be killed.</summary>
internal sealed class SenderProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _complaints;

    private SenderProcess(Process process)
    {
        _process = process;
        _complaints = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Ends when the process does, however that is.</summary>
    public Task Ended => _process.WaitForExitAsync();

    public static SenderProcess Start(SandboxServer sandbox, string ordersPath, string journalPath, bool resendUnknown)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "OrderOps.JournalHost.dll"),
                sandbox.Itl.BaseAddress.AbsoluteUri, sandbox.Itl.AccessToken, sandbox.Itl.SecretKey, ordersPath, journalPath,
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (resendUnknown)
        {
            start.ArgumentList.Add("-Resend");
        }

        return new SenderProcess(Process.Start(start)!);
    }

    /// <summary>Lets it send, once it is ready to.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        if (await _process.StandardOutput.ReadLineAsync(cancellation) != "ready")
        {
            throw new InvalidOperationException($"The process that sends did not start: {await _complaints}");
        }

        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync(cancellation);
    }

    /// <summary>SIGKILL, or what comes to it: no handler of the process runs.</summary>
    /// <returns>Whether it still ran.</returns>
    public async Task<bool> KillAsync(CancellationToken cancellation)
    {
        bool ran = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync(cancellation);
        return ran;
    }

    /// <summary>Waits for its end, and gives the run's counts: an outcome and a number a line.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(CancellationToken cancellation)
    {
        string said = await _process.StandardOutput.ReadToEndAsync(cancellation);
        await _process.WaitForExitAsync(cancellation);
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The process that sends failed: {await _complaints}");
        }

        Dictionary<string, int> counts = [];
        foreach (string line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            counts.Add(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        return counts;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
#endif
