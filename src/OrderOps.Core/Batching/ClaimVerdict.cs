using System.Globalization;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>What becomes of an order by the journal's answer, in words.</summary>
internal static class ClaimVerdict
{
    /// <summary>The error of an order that an earlier run left Unknown.</summary>
    public const string StillUnknown = "OrderStillUnknown";

    /// <summary>Settles an order that is not to be sent.</summary>
    /// <param name="work">The order.</param>
    /// <param name="answer">The journal's answer.</param>
    /// <returns>Whether it is to be sent.</returns>
    public static bool IsToBeSent(ISendWork work, ClaimAnswer answer)
    {
        work.Earlier = answer.Earlier;
        switch (answer.Kind)
        {
            case ClaimKind.Skip:
                Skip(work, answer.Earlier!);
                return false;
            case ClaimKind.StayUnknown:
                StayUnknown(work.Result, answer.Earlier!);
                return false;
            case ClaimKind.Held:
                work.Result.Settle(Outcome.NotSent, $"Not sent: {answer.Holder ?? "another run"} has it in hand (run {answer.Earlier!.RunId}).");
                return false;
            default:
                return true;
        }
    }

    private static void Skip(ISendWork work, JournalEntry earlier)
    {
        OrderResult result = work.Result;
        string words = earlier.ResolvedBy is { } who ? $"Settled as accepted by {who} on {Moment(earlier)}: {earlier.Reason}"
            : earlier.KnownOutcome == Outcome.Duplicate ? $"The service had it already on {Moment(earlier)} (run {earlier.RunId})."
            : $"Accepted before, on {Moment(earlier)} (run {earlier.RunId}).";
        result.Settle(Outcome.Skipped, words);
        result.Reference = earlier.Reference;

        // What a person settled by its key alone was perhaps never written by us, so that there is no content to compare.
        if (earlier.Content != 0 && earlier.Content != work.HashContent())
        {
            result.Warning = $"{result.Service} {result.Operation} {result.Key} was accepted on {Moment(earlier)} with other content: what it holds now was not sent. "
                + "If it is another order, give it a number of its own; -Resend Accepted sends it under the same one.";
        }
    }

    private static void StayUnknown(OrderResult result, JournalEntry earlier)
    {
        result.Settle(
            Outcome.Unknown,
            $"Not sent again, as it may have arrived on {Moment(earlier)} (run {earlier.RunId}). {earlier.Message}".TrimEnd(),
            StillUnknown,
            "Look for it in the service's panel; then settle it with Resolve-OrderOpsOrder, or send it again with -Resend Unknown.");
        result.Reference = earlier.Reference;
        result.StatusCode = earlier.StatusCode;
    }

    private static string Moment(JournalEntry earlier) =>
        (earlier.Settled ?? earlier.Sent).ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
