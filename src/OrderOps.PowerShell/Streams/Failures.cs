using System;
using System.Globalization;
using System.Management.Automation;
using OrderOps.Input;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>Turns what went wrong into error records: an id, a fitting category, a target, and always what to do.</summary>
internal static class Failures
{
    /// <summary>A failed order.</summary>
    public static ErrorRecord OfOrder(OrderResult result) => Record(
        new InvalidOperationException(string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}", result.Outcome, Named(result), result.Message)),
        result.ErrorId!,
        result.Outcome switch
        {
            nameof(Outcome.Invalid) => ErrorCategory.InvalidData,
            nameof(Outcome.Unknown) => ErrorCategory.OperationTimeout,
            _ => ErrorCategory.ResourceUnavailable,
        },
        result,
        result.RecommendedAction!);

    /// <summary>The orders of a run that were not sent.</summary>
    public static ErrorRecord OfNotSent(OrderResult first) => Record(
        new InvalidOperationException(string.Format(CultureInfo.InvariantCulture, "Not everything was sent, from {0} on: {1}", Named(first), Reason(first.Message))),
        "OrdersNotSent",
        ErrorCategory.OperationStopped,
        first,
        "Run the command again for the results whose Outcome is NotSent; nothing of them reached the service.");

    /// <summary>Wrong configuration or credentials, a journal or failed-file that can't be used, or a defect.</summary>
    public static ErrorRecord OfRun(Exception failure) => failure switch
    {
        ServiceConfigurationException configuration => Record(
            configuration,
            configuration.ErrorId,
            configuration.Credentials ? ErrorCategory.AuthenticationError : ErrorCategory.InvalidArgument,
            null,
            configuration.RecommendedAction),
        StoreException store => Record(
            store,
            store.ErrorId,
            ErrorCategory.ResourceUnavailable,
            store.Path,
            store.RecommendedAction),
        _ => Record(
            failure,
            "RunFailed",
            ErrorCategory.NotSpecified,
            null,
            "This is a defect: look for the orders whose Outcome is Unknown at the service, and report it with $Error[0] | Format-List * -Force."),
    };

    /// <summary>A file that can't be read.</summary>
    public static ErrorRecord OfFile(InputFileException failure, string path) => Record(
        failure,
        failure.ErrorId,
        failure.ErrorId == "InputFileNotFound" ? ErrorCategory.ObjectNotFound : ErrorCategory.InvalidData,
        path,
        failure.RecommendedAction);

    /// <summary>Anything else, with its remedy.</summary>
    public static ErrorRecord Record(Exception failure, string errorId, ErrorCategory category, object? target, string recommendedAction) =>
        new(failure, errorId, category, target)
        {
            ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = recommendedAction },
        };

    private static string Reason(string message)
    {
        const string Said = "Not sent: ";
        return message.StartsWith(Said, StringComparison.Ordinal) ? message.Substring(Said.Length) : message;
    }

    private static string Named(OrderResult result) =>
        result.Key.Length > 0 ? result.Key : string.Format(CultureInfo.InvariantCulture, "input {0}", result.InputIndex);
}
