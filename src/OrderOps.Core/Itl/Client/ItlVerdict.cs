using System;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>What a reply, or the lack of one, means for all that the request held.</summary>
internal enum ItlVerdictKind
{
    /// <summary>Entries decide.</summary>
    Entries,

    /// <summary>Everything in it was refused, and no entry says which was bad.</summary>
    RefusedWhole,

    /// <summary>All share one outcome.</summary>
    Settled,

    /// <summary>All share one outcome, and no later order can fare better.</summary>
    Fatal,
}

/// <summary>The one place where an ITL exchange is judged.</summary>
internal sealed class ItlVerdict
{
    private ItlVerdict(ItlVerdictKind kind, Outcome outcome, string message)
    {
        Kind = kind;
        Outcome = outcome;
        Message = message;
    }

    public ItlVerdictKind Kind { get; }

    public Outcome Outcome { get; }

    public string Message { get; }

    public ItlReply? Reply { get; private set; }

    public ServiceConfigurationException? Fatal { get; private set; }

    /// <summary>Judges an exchange.</summary>
    /// <param name="reply">The exchange.</param>
    /// <param name="connection">Where it went.</param>
    /// <param name="path">The path that was called.</param>
    /// <param name="redact">Takes secrets out of words that are shown.</param>
    /// <returns>What it means.</returns>
    public static ItlVerdict Of(ServiceReply reply, ItlConnection connection, string path, Func<string, string> redact)
    {
        switch (reply.End)
        {
            case ExchangeEnd.MayHaveArrived:
                return new ItlVerdict(ItlVerdictKind.Settled, Outcome.Unknown, reply.Message);
            case ExchangeEnd.Throttled:
                return new ItlVerdict(ItlVerdictKind.Settled, Outcome.Rejected, reply.Message);
            case ExchangeEnd.NotSent:
            case ExchangeEnd.BreakerOpen:
            case ExchangeEnd.Stopped:
            case ExchangeEnd.Withheld:
                return new ItlVerdict(ItlVerdictKind.Settled, Outcome.NotSent, reply.Message);
        }

        ItlReply said = ItlReplyReader.Read(reply.StatusCode, reply.ContentType, reply.Body);
        string saidWords = redact(said.Message);
        int status = reply.StatusCode ?? 0;
        bool wentThrough = status is >= 200 and < 300;
        if (status is 401 or 403 || said.Kind == ReplyKind.Credentials)
        {
            string words = saidWords.Length > 0 ? saidWords : $"HTTP {status}.";
            return End(Outcome.NotSent, $"Not taken: ITL refused the credentials. {words}", ItlErrors.CredentialsRefused(words));
        }

        if (said.Kind == ReplyKind.Entries)
        {
            return new ItlVerdict(ItlVerdictKind.Entries, Outcome.Unknown, saidWords) { Reply = said };
        }

        if (said.Kind == ReplyKind.WrongAddress || (!wentThrough && status is not (400 or 413 or 422)))
        {
            string what = saidWords.Length > 0 ? saidWords : reply.Message;
            return End(Outcome.NotSent, $"Not taken: {what}", ItlErrors.WrongAddress(reply, connection, path, what));
        }

        if (said.Kind == ReplyKind.RefusedWhole || !wentThrough)
        {
            return new ItlVerdict(ItlVerdictKind.RefusedWhole, Outcome.Rejected, saidWords);
        }

        return LooksLikeHtml(reply)
            ? End(Outcome.Unknown, "The answer was an HTML page, so it is not known whether the order was taken.", ItlErrors.WrongAddress(reply, connection, path, "the answer was an HTML page"))
            : new ItlVerdict(ItlVerdictKind.Settled, Outcome.Unknown, "ITL's reply could not be read, so the order may have been taken.");
    }

    private static ItlVerdict End(Outcome outcome, string message, ServiceConfigurationException fatal) =>
        new(ItlVerdictKind.Fatal, outcome, message) { Fatal = fatal };

    private static bool LooksLikeHtml(ServiceReply reply) =>
        (reply.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false)
        || reply.Body.TrimStart().StartsWith("<", StringComparison.Ordinal);
}
