using System;
using System.Globalization;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox;

public sealed partial class Fault
{
    /// <summary>HTTP 429; nothing is processed.</summary>
    /// <param name="retryAfterSeconds">The Retry-After header in seconds; null leaves it out.</param>
    /// <param name="asDate">Whether the header holds that moment as an HTTP date, counted from the reply.</param>
    public static Fault TooManyRequests(int? retryAfterSeconds = null, bool asDate = false)
        => Answered(nameof(TooManyRequests), 429, processed: false, retryAfterSeconds, asDate);

    /// <summary>HTTP 429 with Retry-After as an HTTP date; nothing is processed.</summary>
    public static Fault TooManyRequests(DateTimeOffset retryAfter)
        => new(nameof(TooManyRequests))
        {
            ReplacesProcessing = true,
            Change = reply =>
            {
                Become(reply, 429);
                reply.Headers.Add(new("Retry-After", HttpDate(retryAfter)));
            },
        };

    /// <summary>HTTP 503; nothing is processed.</summary>
    /// <param name="retryAfterSeconds">The Retry-After header in seconds; null leaves it out.</param>
    /// <param name="asDate">Whether the header holds that moment as an HTTP date, counted from the reply.</param>
    public static Fault ServiceUnavailable(int? retryAfterSeconds = null, bool asDate = false)
        => Answered(nameof(ServiceUnavailable), 503, processed: false, retryAfterSeconds, asDate);

    /// <summary>HTTP 500, or another status of 500 to 599.</summary>
    /// <param name="statusCode">500 to 599.</param>
    /// <param name="processed">Whether the request is processed before it fails.</param>
    /// <param name="retryAfterSeconds">The Retry-After header in seconds; null leaves it out.</param>
    public static Fault ServerError(int statusCode = 500, bool processed = false, int? retryAfterSeconds = null)
        => statusCode is >= 500 and <= 599
            ? Answered(nameof(ServerError), statusCode, processed, retryAfterSeconds, asDate: false)
            : throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "A server error is 500 to 599.");

    /// <summary>HTTP 401; nothing is processed.</summary>
    public static Fault Unauthorized() => Answered(nameof(Unauthorized), 401, processed: false, null, asDate: false);

    /// <summary>HTTP 403; nothing is processed.</summary>
    public static Fault Forbidden() => Answered(nameof(Forbidden), 403, processed: false, null, asDate: false);

    /// <summary>HTTP 408; nothing is processed unless asked for.</summary>
    public static Fault RequestTimeout(bool processed = false)
        => Answered(nameof(RequestTimeout), 408, processed, null, asDate: false);

    /// <summary>Any HTTP status of 200 to 599.</summary>
    /// <param name="statusCode">200 to 599.</param>
    /// <param name="processed">Whether the request is processed before.</param>
    public static Fault Status(int statusCode, bool processed = false)
        => statusCode is >= 200 and <= 599
            ? Answered(nameof(Status), statusCode, processed, null, asDate: false)
            : throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "A status is 200 to 599.");

    /// <summary>HTTP 302 to another address; nothing is processed.</summary>
    public static Fault Redirect(string location = "/elsewhere")
        => new(nameof(Redirect))
        {
            ReplacesProcessing = true,
            Change = reply =>
            {
                Become(reply, 302);
                reply.Headers.Add(new("Location", location));
            },
        };

    private static Fault Answered(string name, int statusCode, bool processed, int? retryAfterSeconds, bool asDate)
        => new(name)
        {
            ReplacesProcessing = !processed,
            Change = reply =>
            {
                Become(reply, statusCode);
                if (retryAfterSeconds is { } seconds)
                    reply.Headers.Add(new("Retry-After", asDate ? HttpDate(DateTimeOffset.UtcNow.AddSeconds(seconds)) : seconds.ToString(CultureInfo.InvariantCulture)));
            },
        };

    private static void Become(Reply reply, int statusCode)
    {
        reply.StatusCode = statusCode;
        reply.ContentType = Reply.Html;
        reply.Body = statusCode is 204 or 304 ? "" : $"<html><body><h1>{statusCode.ToString(CultureInfo.InvariantCulture)}</h1></body></html>";
    }

    private static string HttpDate(DateTimeOffset time) => time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
}
