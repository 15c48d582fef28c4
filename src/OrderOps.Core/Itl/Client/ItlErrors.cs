using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.Itl;

/// <summary>What goes wrong with ITL, each with its id and what to do about it.</summary>
internal static class ItlErrors
{
    public const string Service = "Itl";

    public const string Rejected = "ItlOrderRejected";
    public const string Invalid = "ItlOrderInvalid";
    public const string OutcomeUnknown = "ItlOutcomeUnknown";
    public const string CancelRejected = "ItlCancelRejected";
    public const string CancelInvalid = "ItlAwbInvalid";
    public const string CancelUnknown = "ItlCancelUnknown";

    public const string MendAndSend = "Mend the order as the service says and send it again.";
    public const string LookBeforeSending = "Look for the order in ITL's panel before sending it again: it may have arrived.";
    public const string LookBeforeCancelling = "Cancel it again, or look at it in ITL's panel: cancelling twice does no harm.";
    public const string MendInput = "Mend the field as the message says and send the order again.";

    /// <summary>The credentials were refused: no order can succeed.</summary>
    public static ServiceConfigurationException CredentialsRefused(string message) => new(
        "ItlCredentialsRefused",
        $"ITL refused the credentials: {message}",
        "Check the access token and the secret key, that they belong to this environment, and that they have not been replaced in ITL's panel.",
        credentials: true);

    /// <summary>Something answered that is not the ITL interface.</summary>
    public static ServiceConfigurationException WrongAddress(ServiceReply reply, ItlConnection connection, string path, string what) => new(
        "ItlAddressWrong",
        $"{connection.BaseAddress}{path} did not answer as ITL's interface does: {what}{(reply.StatusCode is { } status ? $" (HTTP {status})" : "")}.",
        "Check -Environment or -BaseUri, and the sync version with -ApiVersion v1 or v3.");
}
