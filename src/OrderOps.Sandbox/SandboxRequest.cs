using System.Collections.Generic;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox;

/// <summary>A request that a service has read but not yet answered: what a fault's condition may look at.</summary>
public abstract class SandboxRequest
{
    private protected SandboxRequest(RequestHead head, string service, string operation, string body)
    {
        Method = head.Method;
        Path = head.Path;
        Service = service;
        Operation = operation;
        Body = body;
    }

    /// <summary>The service's name: <c>itl</c>, <c>integration</c> or <c>external</c>; blank outside of all.</summary>
    public string Service { get; }

    /// <summary>What is asked of the service, such as <c>sync</c> or <c>cancel</c> of ITL; blank for an address that it does not have.</summary>
    public string Operation { get; }

    /// <summary>GET, POST and so on.</summary>
    public string Method { get; }

    /// <summary>The path and query, from the first slash.</summary>
    public string Path { get; }

    /// <summary>The body, read as UTF-8.</summary>
    public string Body { get; }

    /// <summary>What the request names: order numbers, AWB numbers. Empty when it can't be read.</summary>
    public abstract IReadOnlyList<string> Keys { get; }

    internal abstract Reply Answer(ReplyShape shape);
}
