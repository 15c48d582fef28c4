using System.Text;

namespace OrderOps.Omni;

/// <summary>What a request is answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON.</param>
/// <param name="Reason">The name under which it is counted as refused; null if it is none.</param>
/// <param name="RetryAfter">Seconds after which to come again, for <c>Retry-After</c>.</param>
/// <param name="Allow">The methods that would do, for <c>Allow</c>.</param>
internal sealed record ReceiverAnswer(int Status, byte[] Body, string? Reason = null, int? RetryAfter = null, string? Allow = null)
{
    public static readonly ReceiverAnswer WrongPath = Refused(404, "WrongPath", "No postings are taken at this path.");
    public static readonly ReceiverAnswer NotPost = Refused(405, "NotPost", "Postings are taken by POST.", allow: "POST");
    public static readonly ReceiverAnswer NotGet = Refused(405, "NotGet", "This address is read by GET.", allow: "GET");
    public static readonly ReceiverAnswer Unauthorized = Refused(401, "Unauthorized", "The credentials are missing or wrong.");
    public static readonly ReceiverAnswer TooLarge = Refused(413, "TooLarge", "The posting is too large.");
    public static readonly ReceiverAnswer TooSlow = Refused(408, "TooSlow", "The posting did not arrive in time.");
    public static readonly ReceiverAnswer Malformed = Refused(400, "Malformed", "The request can't be read.");
    public static readonly ReceiverAnswer Busy = Refused(503, "Busy", "Too many postings are in hand. Send it again.", retryAfter: 1);
    public static readonly ReceiverAnswer NotStored = Refused(503, "NotStored", "The posting could not be stored. Send it again.", retryAfter: 10);
    public static readonly ReceiverAnswer Stopping = Refused(503, "Stopping", "The receiver is stopping. Send it again.", retryAfter: 10);
    public static readonly ReceiverAnswer NotRecorded = Refused(503, "NotRecorded", "The call could not be put on record. Ask again.", retryAfter: 10);
    public static readonly ReceiverAnswer AskedTooOften = Refused(429, "RateLimited", "Credentials were asked for too often.", retryAfter: 60);

    /// <summary>An answer that is no refusal.</summary>
    public static ReceiverAnswer Ok(string json, int status = 200) => new(status, Encoding.UTF8.GetBytes(json));

    private static ReceiverAnswer Refused(int status, string reason, string message, int? retryAfter = null, string? allow = null) =>
        new(status, Encoding.UTF8.GetBytes("{\"hasError\":true,\"errorMessage\":\"" + message + "\"}"), reason, retryAfter, allow);
}
