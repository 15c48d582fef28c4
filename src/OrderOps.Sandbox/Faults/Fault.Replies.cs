using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox;

public sealed partial class Fault
{
    private const string MaintenancePage = "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We will be back soon.</h1></body></html>";

    /// <summary>HTTP 200 with a page of HTML, as a proxy or a maintenance page gives it.</summary>
    /// <param name="processed">Whether the request is processed before.</param>
    public static Fault Html(bool processed = false) => Said(nameof(Html), MaintenancePage, 200, Reply.Html, processed);

    /// <summary>The request is processed; its reply says JSON and isn't.</summary>
    public static Fault Garbage() => Said(nameof(Garbage), "{\"status\":\"succ\u0000\u0007]]", 200, Reply.Json, processed: true);

    /// <summary>The request is processed; its reply is HTTP 200 with no body.</summary>
    public static Fault EmptyBody() => Said(nameof(EmptyBody), "", 200, Reply.Json, processed: true);

    /// <summary>Exactly this body instead of the service's own.</summary>
    /// <param name="text">The body.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="contentType">The Content-Type header; null says JSON.</param>
    /// <param name="processed">Whether the request is processed before.</param>
    public static Fault Body(string text, int statusCode = 200, string? contentType = null, bool processed = false)
        => Said(nameof(Body), text, statusCode, contentType ?? Reply.Json, processed);

    private static Fault Said(string name, string body, int statusCode, string contentType, bool processed)
        => new(name)
        {
            ReplacesProcessing = !processed,
            Change = reply =>
            {
                reply.StatusCode = statusCode;
                reply.ContentType = contentType;
                reply.Body = body;
            },
        };
}
