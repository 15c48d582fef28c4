using System;
using System.Collections.Generic;
using OrderOps.Sandbox;

namespace OrderOps.PowerShell.Connections;

/// <summary>A sandbox in this session: connections to its services, and what it saw.</summary>
public sealed class SandboxBox
{
    private readonly SandboxJournal _journal;

    internal SandboxBox(SandboxServer server)
    {
        Server = server;
        _journal = new SandboxJournal(server.BaseAddress);
        Itl = Connection("Itl", server.Itl.BaseAddress, ("AccessToken", server.Itl.AccessToken), ("SecretKey", server.Itl.SecretKey));
        Integration = Connection("Integration", server.Integration.BaseAddress, ("Token", server.Integration.Token));
        External = Connection("External", server.External.BaseAddress, ("ApiToken", server.External.ApiToken), ("SiteToken", server.External.SiteToken));
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => Server.BaseAddress;

    /// <summary>The connection to its ITL, for <c>-Connection</c>.</summary>
    public OrderOpsConnection Itl { get; }

    /// <summary>The connection to its integration orders, for <c>-Connection</c>.</summary>
    public OrderOpsConnection Integration { get; }

    /// <summary>The connection to its external orders, for <c>-Connection</c>.</summary>
    public OrderOpsConnection External { get; }

    /// <summary>The journal of what is sent to it, for <c>-Journal</c>: a temporary file that goes away with it.</summary>
    public string Journal => _journal.Path;

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
        _journal.Delete();
    }

    private static OrderOpsConnection Connection(string service, Uri address, params (string Name, string Secret)[] secrets)
    {
        OrderOpsConnection connection = new($"sandbox-{service.ToLowerInvariant()}", service) { BaseUri = address, Environment = "Sandbox" };
        foreach ((string name, string secret) in secrets)
        {
            connection.Keep(name, Binding.SecretText.Protect(secret));
        }

        return connection;
    }
}
