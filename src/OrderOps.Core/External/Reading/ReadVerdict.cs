using System;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>The one place where what came of a read is judged.</summary>
internal static class ReadVerdict
{
    private const string TryAgain = "Try again later; -MaximumRetryCount and -TimeoutSec say how patient a command is.";

    /// <summary>Judges an exchange.</summary>
    /// <param name="reply">The exchange.</param>
    /// <param name="call">What was called.</param>
    /// <param name="isFurtherPage">Whether it was a page after the first, so that 404 means that there is none.</param>
    /// <param name="redact">Takes secrets out of words that are shown.</param>
    /// <returns>Whether there is something to read.</returns>
    /// <exception cref="Outcomes.ServiceConfigurationException">The configuration or the credentials are wrong.</exception>
    /// <exception cref="ExternalReadException">It did not come.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped.</exception>
    public static bool IsReadable(ServiceReply reply, ExternalCall call, bool isFurtherPage, Func<string, string> redact)
    {
        if (reply.End == ExchangeEnd.Stopped)
        {
            throw new OperationCanceledException(reply.Message);
        }

        if (reply.End != ExchangeEnd.Replied)
        {
            throw new ExternalReadException(ExternalErrors.ReadFailed, Words(reply), TryAgain, reply.Failure);
        }

        if (ExternalFailures.Of(reply, call, redact, missingIsAnswer: isFurtherPage || call.Id is not null) is { } fatal)
        {
            throw fatal;
        }

        int status = reply.StatusCode ?? 0;
        if (status == 404)
        {
            return isFurtherPage
                ? false
                : throw new ExternalReadException(
                    ExternalErrors.NotFound,
                    $"ECOM.md has no {call.Endpoint.Operation} for '{call.Id}'. {ErrorBody.Read(reply, redact).Message}".TrimEnd(),
                    call.Endpoint.IsInferred
                        ? "Check the id. If it is right, this host may call the operation otherwise: see -Endpoint."
                        : "Check the id, and that -Connection or -BaseUri is the host that has it.");
        }

        if (status is < 200 or >= 300)
        {
            throw new ExternalReadException(
                ExternalErrors.RequestRefused,
                FormattableString.Invariant($"ECOM.md refused the request (HTTP {status}). {ErrorBody.Read(reply, redact).Message}").TrimEnd(),
                "Check the values that were asked for; names that this host writes otherwise can be said with -Endpoint.");
        }

        if (!ErrorBody.IsJson(reply))
        {
            throw Unreadable(call, "it is no JSON");
        }

        return true;
    }

    public static ExternalReadException Unreadable(ExternalCall call, string why, Exception? inner = null) => new(
        ExternalErrors.ReplyUnreadable,
        $"The reply to {call.Endpoint.Operation} can't be read: {why}.",
        "Look at it with Get-OrderOpsTrace; if this host calls the operation otherwise, say so with -Endpoint.",
        inner);

    /// <summary>For the transport: a page for people is not asked for again, any other reply that is no JSON is.</summary>
    public static ReplyVerdict Judge(ServiceReply reply) =>
        ErrorBody.IsHtml(reply) || ErrorBody.IsJson(reply) ? ReplyVerdict.Final : ReplyVerdict.Unreadable;

    private static string Words(ServiceReply reply) =>
        reply.End == ExchangeEnd.MayHaveArrived ? reply.Message.Replace("It is not known whether ", "").Replace(" took the request: ", " did not give it: ") : reply.Message;
}
