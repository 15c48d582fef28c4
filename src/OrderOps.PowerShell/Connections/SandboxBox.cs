using System;
using System.Collections.Generic;
using OrderOps.Sandbox;

namespace OrderOps.PowerShell.Connections;

/// <summary>A sandbox in this session: connections to its services, and what it saw.</summary>
public sealed class SandboxBox
{
    internal SandboxBox(SandboxServer server)
    {
        Server = server;
        Itl = new OrderOpsConnection("sandbox-itl", "Itl") { BaseUri = server.Itl.BaseAddress, Environment = "Sandbox" };
        Itl.Keep("AccessToken", Binding.SecretText.Protect(server.Itl.AccessToken));
        Itl.Keep("SecretKey", Binding.SecretText.Protect(server.Itl.SecretKey));
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => Server.BaseAddress;

    /// <summary>The connection to its ITL, for <c>-Connection</c>.</summary>
    public OrderOpsConnection Itl { get; }

    /// <summary>Requests that it saw so far.</summary>
    public long RequestCount => Server.RequestCount;

    /// <summary>The last requests that it saw, the oldest first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => Server.Requests;

    /// <summary>Whether it was stopped.</summary>
    public bool Stopped { get; private set; }

    /// <summary>The server: what it accepted, and the faults that it can be asked for.</summary>
    public SandboxServer Server { get; }

    /// <inheritdoc />
    public override string ToString() => BaseAddress.ToString();

    internal void Stop()
    {
        Stopped = true;
        Server.Stop();
    }
}
