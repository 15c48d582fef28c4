namespace OrderOps.Sandbox.Server;

/// <summary>One emulated vendor; it lives under its name: <c>/itl/…</c>.</summary>
internal interface IService
{
    string Name { get; }

    /// <summary>Reads a request without acting on it; it acts when it is asked to answer.</summary>
    SandboxRequest Receive(RequestHead head, string body);
}
