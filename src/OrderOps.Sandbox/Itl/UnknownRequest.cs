using System.Collections.Generic;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>A request to an address that the service does not have: HTTP 200 all the same.</summary>
internal sealed class UnknownRequest(RequestHead head, string body) : SandboxRequest(head, ItlService.ServiceName, "", body)
{
    public override IReadOnlyList<string> Keys => [];

    internal override Reply Answer(ReplyShape shape) => ItlReplies.Refusal("Invalid Request", shape);
}
