using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>What an answer means to Omni.</summary>
internal enum AnswerMeaning
{
    /// <summary>The receiver has the posting.</summary>
    Acknowledged,

    /// <summary>Sending it again would not help.</summary>
    Refused,

    /// <summary>To be sent again.</summary>
    Again,

    /// <summary>The credentials are wrong or too old.</summary>
    Unauthorised,
}

/// <summary>Reads an answer as Omni does (vendor page: 200 with <c>hasError</c>, 401 for credentials).</summary>
internal readonly struct AnswerVerdict
{
    private const int LongestReason = 120;

    private AnswerVerdict(AnswerMeaning meaning, string reason)
    {
        Meaning = meaning;
        Reason = reason;
    }

    public AnswerMeaning Meaning { get; }

    public string Reason { get; }

    public static AnswerVerdict Of(int status, byte[] body) => status switch
    {
        200 => OfBody(body),
        401 => new AnswerVerdict(AnswerMeaning.Unauthorised, "HTTP 401"),
        408 or 429 or >= 500 => new AnswerVerdict(AnswerMeaning.Again, Named(status)),
        _ => new AnswerVerdict(AnswerMeaning.Refused, Named(status)),
    };

    /// <summary>There was no answer.</summary>
    public static AnswerVerdict None(string reason) => new(AnswerMeaning.Again, reason);

    private static string Named(int status) => string.Format(CultureInfo.InvariantCulture, "HTTP {0}", status);

    private static AnswerVerdict OfBody(byte[] body)
    {
        JObject? answer = PostingJson.TryParse(body);
        JToken? hasError = answer?.GetValue("hasError", StringComparison.OrdinalIgnoreCase);
        if (hasError is not JValue || !bool.TryParse(hasError.ToString(), out bool failed))
        {
            return new AnswerVerdict(AnswerMeaning.Refused, "HTTP 200 without hasError");
        }

        if (!failed)
        {
            return new AnswerVerdict(AnswerMeaning.Acknowledged, "");
        }

        string message = answer!.GetValue("errorMessage", StringComparison.OrdinalIgnoreCase)?.ToString() ?? "";
        return new AnswerVerdict(AnswerMeaning.Refused, "hasError: " + (message.Length > LongestReason ? message.Substring(0, LongestReason) : message));
    }
}
