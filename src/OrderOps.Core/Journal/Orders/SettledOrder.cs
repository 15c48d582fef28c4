using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>What became of an order that was claimed.</summary>
/// <param name="Operation">What was asked of the service.</param>
/// <param name="Key">The order.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">In whose words; never a secret.</param>
/// <param name="Reference">What the service calls it.</param>
/// <param name="Batch">Number of its batch within the run.</param>
/// <param name="Attempts">How many requests of this run carried it.</param>
/// <param name="StatusCode">HTTP status of the reply that settled it.</param>
internal sealed record SettledOrder(
    string Operation, OrderIdentity Key, Outcome Outcome, string Message, string? Reference, int? Batch, int Attempts, int? StatusCode);
