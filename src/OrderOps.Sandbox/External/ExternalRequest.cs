using System.Collections.Generic;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>A request to the service. Whether it may be answered comes first, then how.</summary>
internal sealed class ExternalRequest(RequestHead head, Operation operation, string body, ExternalService service, string? id = null)
    : SandboxRequest(head, ExternalService.ServiceName, operation.Name, body)
{
    private readonly RequestHead _head = head;
    private IReadOnlyList<string>? _keys;

    // Only faults for an order ask, and then a body is read twice.
    public override IReadOnlyList<string> Keys => _keys ??= id is not null ? [id] : operation.Keys(Body);

    internal override Reply Answer(ReplyShape shape)
    {
        var query = new Query(Path);
        if (service.Credentials.Refusal(_head, operation.Needs(query)) is { } refusal)
            return ExternalReplies.Detail(401, refusal);
        return Method == operation.Method
            ? operation.Answer(new(service, _head, query, Body, id ?? ""))
            : ExternalReplies.Detail(405, $"Method \"{Method}\" not allowed.");
    }
}
