using System;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Integration;

/// <summary>What an exchange means for all that its request held.</summary>
internal enum UpsertVerdictKind
{
    /// <summary>The counts decide.</summary>
    Counts,

    /// <summary>Everything in it was refused, for the sake of one that may be named.</summary>
    Refused,

    /// <summary>All share one outcome.</summary>
    Settled,

    /// <summary>All share one outcome, and no later request can fare better.</summary>
    Fatal,
}

/// <summary>The one place where an exchange with the integration service is judged.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Outcome">The outcome that all share.</param>
/// <param name="Message">In whose words.</param>
/// <param name="Reply">The reply, where there is one.</param>
/// <param name="Fatal">What ends the run.</param>
internal sealed record UpsertVerdict(UpsertVerdictKind Kind, Outcome Outcome, string Message, UpsertReply? Reply = null, ServiceConfigurationException? Fatal = null)
{
    /// <summary>Judges an exchange.</summary>
    /// <param name="reply">The exchange.</param>
    /// <param name="address">Where it went.</param>
    /// <param name="redact">Takes secrets out of words that are shown.</param>
    public static UpsertVerdict Of(ServiceReply reply, string address, Func<string, string> redact)
    {
        switch (reply.End)
        {
            case ExchangeEnd.MayHaveArrived:
                return new UpsertVerdict(UpsertVerdictKind.Settled, Outcome.Unknown, reply.Message);
            case ExchangeEnd.Throttled:
                return new UpsertVerdict(UpsertVerdictKind.Settled, Outcome.Rejected, reply.Message);
            case ExchangeEnd.NotSent:
            case ExchangeEnd.BreakerOpen:
            case ExchangeEnd.Stopped:
            case ExchangeEnd.Withheld:
                return new UpsertVerdict(UpsertVerdictKind.Settled, Outcome.NotSent, reply.Message);
        }

        UpsertReply read = UpsertReplyReader.Read(reply.ContentType, reply.Body);
        UpsertReply said = read with { Message = redact(read.Message), Path = redact(read.Path) };
        int status = reply.StatusCode ?? 0;
        Outcome untaken = reply.EarlierAttemptMayHaveArrived ? Outcome.Unknown : Outcome.NotSent;
        if (status is 401 or 403)
        {
            string words = said.Message.Length > 0 && !said.IsPage ? said.Message : $"HTTP {status}.";
            return End(untaken, $"Not taken: the integration service refused the token. {words}", CredentialsRefused(words));
        }

        if (status is >= 200 and < 300)
        {
            return said.Counts is not null ? new UpsertVerdict(UpsertVerdictKind.Counts, Outcome.Unknown, said.Message, said)
                : said.IsPage ? End(Outcome.Unknown, "The answer was an HTML page, so it is not known whether it was taken.", AddressWrong(address, "the answer was an HTML page", status))
                : new UpsertVerdict(UpsertVerdictKind.Settled, Outcome.Unknown, "The service's reply could not be read, so it may have been taken.");
        }

        // A page with 413 comes from a proxy that knows no other way to say that a request is too large.
        if (status is 413 || (status is 400 or 422 && !said.IsPage))
        {
            return new UpsertVerdict(UpsertVerdictKind.Refused, Outcome.Rejected, said.IsPage ? "The request is too large." : said.Message, said);
        }

        string what = said.IsPage ? "the answer was an HTML page" : said.Message.Length > 0 ? said.Message : reply.Message;
        return End(untaken, $"Not taken: {what}", AddressWrong(address, what, status));
    }

    /// <summary>Whether a reply with a 2xx status can be read; an HTML page is final, since asking again gives it again.</summary>
    public static ReplyVerdict Judge(ServiceReply reply)
    {
        UpsertReply said = UpsertReplyReader.Read(reply.ContentType, reply.Body);
        return said.Counts is null && !said.IsPage ? ReplyVerdict.Unreadable : ReplyVerdict.Final;
    }

    private static UpsertVerdict End(Outcome outcome, string message, ServiceConfigurationException fatal) =>
        new(UpsertVerdictKind.Fatal, outcome, message, Fatal: fatal);

    private static ServiceConfigurationException CredentialsRefused(string words) => new(
        "IntegrationCredentialsRefused",
        $"The integration service refused the token: {words}",
        "Check the token (-Token, the connection, or ORDEROPS_INTEGRATION_TOKEN), and that it belongs to this address.",
        credentials: true);

    private static ServiceConfigurationException AddressWrong(string address, string what, int status) => new(
        "IntegrationAddressWrong",
        $"{address} did not answer as the integration service does: {what.TrimEnd('.')} (HTTP {status}).",
        "Check -BaseUri, or the connection's address: /api/integration/… is added to it.");
}
