using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>What an operation is asked: the query, the body, and the id that stands in the path.</summary>
internal sealed class Call(ExternalService service, RequestHead head, Query query, string body, string id)
{
    public ExternalService Service { get; } = service;

    public Query Query { get; } = query;

    public string Body { get; } = body;

    public long? Id { get; } = WholeNumber.Read(id);

    /// <summary>The first of the languages that the client accepts: ro, ru or en; ro if it does not say.</summary>
    public string Language { get; } = (head.Header("Accept-Language") ?? "").Split(',', ';', '-')[0].Trim().ToLowerInvariant();

    public Reply Page(IListing listing) => new Page(head, Query, Service.Quirks).Answer(listing);

    public Reply One(JObject? found)
        => found is null ? ExternalReplies.NotFound() : ExternalReplies.Json(FieldChoice.Of(Query.List("fields")).Apply(found));
}
