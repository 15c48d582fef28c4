using System;
using System.Linq;

namespace OrderOps.Transport;

/// <summary>One sentence on how an exchange ended.</summary>
internal static class ExchangeWords
{
    public static string Of(ServiceReply reply, ServiceTransport transport, string? lastWords)
    {
        var host = transport.BaseAddress.Authority;
        var attempts = reply.Attempts > 1 ? FormattableString.Invariant($" (attempt {reply.Attempts})") : string.Empty;
        return reply.End switch
        {
            ExchangeEnd.Replied => $"{Started(lastWords, host)}{attempts}.",
            ExchangeEnd.NotSent => $"Nothing was sent to {host}: {lastWords?.Replace(" before anything was sent", "")}{attempts}.",
            ExchangeEnd.MayHaveArrived => $"It is not known whether {host} took the request: {Uncertain(reply)}{attempts}.",
            ExchangeEnd.Throttled => $"{host} did not take the request: {Throttling(reply, transport, lastWords)}{attempts}.",
            ExchangeEnd.BreakerOpen => $"Nothing was sent to {host}: {transport.Breaker.Reason ?? "too many requests in a row had failed"}.",
            ExchangeEnd.Withheld when reply.Attempts == 0 => $"Nothing was sent to {host}: {lastWords}.",
            ExchangeEnd.Withheld => $"{host} did not take the request, and it was not sent again{attempts}: {lastWords}.",
            _ => reply.Attempts == 0
                ? $"Nothing was sent to {host}: the run was stopped."
                : $"{host} did not take the request, and the run was stopped before it was sent again{attempts}.",
        };
    }

    private static string Started(string? words, string host) =>
        words is not null && words.StartsWith("it ", StringComparison.Ordinal) ? host + words.Substring(2) : $"{host} replied, but {words}";

    private static string Uncertain(ServiceReply reply) =>
        reply.History.LastOrDefault(static attempt => RetryTable.GivingUp(attempt.Failure) is RetryVerdict.MayHaveArrived or RetryVerdict.Final)?.Message
        ?? "the run was stopped after sending";

    private static string Throttling(ServiceReply reply, ServiceTransport transport, string? words)
    {
        if (reply.RetryAfter is not { } asked)
            return words ?? "it asked for a pause that is longer than the time left";

        var pause = FormattableString.Invariant($"{words} and asked for a pause of {asked.TotalSeconds:0} s");
        return asked > transport.Options.RetryAfterCap
            ? FormattableString.Invariant($"{pause}, more than the {transport.Options.RetryAfterCap.TotalSeconds:0} s that are allowed")
            : pause;
    }
}
