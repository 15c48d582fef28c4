using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>What all requests to the service have in common: the address, the body and the credentials in it come first.</summary>
internal abstract class ItlRequest(RequestHead head, string operation, string body, ItlBody? content, ItlService service)
    : SandboxRequest(head, ItlService.ServiceName, operation, body)
{
    protected ItlService Itl { get; } = service;

    internal override Reply Answer(ReplyShape shape)
    {
        if (Method != "POST" || content is null)
            return ItlReplies.Refusal("Invalid Request", shape);
        if (content.AccessToken != Itl.AccessToken)
            return ItlReplies.Refusal("Invalid Access Token And Secret Key.", shape);
        if (content.SecretKey != Itl.SecretKey)
            return ItlReplies.Refusal("Access Token Not Match.", shape);
        return Answer(content, shape);
    }

    protected abstract Reply Answer(ItlBody content, ReplyShape shape);
}
