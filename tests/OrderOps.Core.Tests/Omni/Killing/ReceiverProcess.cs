#if NET
using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Tests.Omni.Killing;

/// <summary>A receiver in a process of its own, that can be killed and started again over the same inbox.</summary>
internal sealed class ReceiverProcess : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orderops-kill-").FullName;
    private Process? _process;

    public ReceiverProcess()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/omni/");
    }

    public Uri Address { get; }

    public string InboxPath => Path.Combine(_folder, "inbox.db");

    public string EmittedPath => Path.Combine(_folder, "emitted.txt");

    public async Task StartAsync(CancellationToken cancellation)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "OrderOps.ReceiverHost.dll"), Address.AbsoluteUri, InboxPath, EmittedPath },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        Task<string> complaints = _process.StandardError.ReadToEndAsync(cancellation);
        if (await _process.StandardOutput.ReadLineAsync(cancellation) != "listening")
        {
            throw new InvalidOperationException($"The receiver did not start: {await complaints}");
        }
    }

    /// <summary>SIGKILL, or what comes to it: no handler of the process runs.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        _process!.Kill();
        await _process.WaitForExitAsync(cancellation);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Lets it finish: what it accepted is emitted before it ends.</summary>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        _process!.StandardInput.Close();
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
#endif
