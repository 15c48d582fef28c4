using System.Collections.Generic;

namespace OrderOps.Sandbox.Server;

/// <summary>A request outside every service.</summary>
internal sealed class StrayRequest(RequestHead head, string body, IEnumerable<string> services)
    : SandboxRequest(head, "", "", body)
{
    public override IReadOnlyList<string> Keys => [];

    internal override Reply Answer(ReplyShape shape) => new()
    {
        StatusCode = 404,
        ContentType = "text/plain; charset=UTF-8",
        Body = "This is the OrderOps sandbox. Its services: /" + string.Join("/, /", services) + "/\n",
    };
}
