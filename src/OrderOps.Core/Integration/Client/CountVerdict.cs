using System.Globalization;
using OrderOps.Outcomes;

namespace OrderOps.Integration;

/// <summary>
/// What the service's counts say of each order of a request. They settle it where none was skipped; where some were, no
/// order can be told from another, as the service counts what is unchanged together with what is invalid and names none.
/// </summary>
/// <param name="Outcome">What became of each.</param>
/// <param name="Action"><c>Inserted</c> or <c>Updated</c>, where it follows.</param>
/// <param name="Message">In our words; nothing where the service's will do.</param>
/// <param name="Remedy">What to do, where there is something.</param>
/// <param name="Warning">Something about the request as a whole that must be seen.</param>
internal sealed record CountVerdict(Outcome Outcome, string? Action, string? Message, string? Remedy, string? Warning)
{
    /// <summary>Judges.</summary>
    /// <param name="counts">What the service counted.</param>
    /// <param name="sent">How many were sent.</param>
    /// <param name="endpoint">Where they were sent.</param>
    /// <param name="sentBefore">Whether an earlier attempt may have arrived, which makes this one find nothing to change.</param>
    /// <param name="takenBefore">Whether the journal has each of them as taken before, with the same content: what is then skipped is unchanged.</param>
    public static CountVerdict Of(UpsertCounts counts, int sent, UpsertEndpoint endpoint, bool sentBefore, bool takenBefore = false)
    {
        (int inserted, int updated, int skipped) = counts;
        if ((long)inserted + updated + skipped != sent)
        {
            string said = Text("The service counted {0} inserted, {1} updated and {2} skipped of {3} {4} that were sent", inserted, updated, skipped, sent, sent == 1 ? endpoint.One : endpoint.Many);
            return new CountVerdict(
                Outcome.Unknown, null,
                $"{said}, which does not add up.",
                $"Look at the service which {endpoint.Many} it has; sending them again does no harm. With {endpoint.Command} -OneByOne from the start, each has an answer of its own.",
                $"{said}: what became of them is not known.");
        }

        if (skipped == 0)
        {
            return new CountVerdict(Outcome.Accepted, inserted == sent ? "Inserted" : updated == sent ? "Updated" : null, null, null, null);
        }

        if (skipped == sent && takenBefore)
        {
            return new CountVerdict(Outcome.Duplicate, null, "Unchanged: the service had it already, and the journal has it as taken with the same content.", null, null);
        }

        string before = sentBefore ? " An earlier attempt may have arrived, so that this one found them unchanged." : "";
        return sent == 1
            ? new CountVerdict(
                Outcome.Unknown, null,
                "Unchanged or refused: the service skipped it without saying which." + before.Replace("them", "it"),
                $"Compare the {endpoint.One} with what the service has: if that is the same, all is well; else check its values.",
                null)
            : new CountVerdict(
                Outcome.Unknown, null,
                Text("{0} of {1} unchanged or refused, not named ({2} inserted, {3} updated).", skipped, sent, inserted, updated) + before,
                $"Compare these {endpoint.Many} with what the service has; sending them again does no harm. With {endpoint.Command} -OneByOne from the start, each has an answer of its own.",
                null);
    }

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
