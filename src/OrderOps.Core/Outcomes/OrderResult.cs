namespace OrderOps.Outcomes;

/// <summary>
/// The one result of one input: what became of it, in whose words, and under which run it is filed.
/// Holds strings and numbers only, so that it reads the same after ConvertTo-Json, Export-Csv and a job.
/// </summary>
public class OrderResult
{
    /// <summary>Place of the input in the run, from 0.</summary>
    public long InputIndex { get; set; }

    /// <summary>The service that was meant, e.g. <c>Itl</c>.</summary>
    public string Service { get; set; } = "";

    /// <summary>What was asked of it, e.g. <c>Sync</c> or <c>Cancel</c>.</summary>
    public string Operation { get; set; } = "";

    /// <summary>The key of the order: its number, with its sub-order where it has one; for a cancel the AWB.</summary>
    public string Key { get; set; } = "";

    /// <summary>One of Accepted, Duplicate, Rejected, Invalid, Unknown, Skipped, NotSent.</summary>
    public string Outcome { get; set; } = nameof(Outcomes.Outcome.NotSent);

    /// <summary>The service's words, without HTML, or ours where the service said nothing.</summary>
    public string Message { get; set; } = "";

    /// <summary>What the service calls it, where it said so.</summary>
    public string? Reference { get; set; }

    /// <summary>Number of the batch that carried it, from 1; nothing where it was never sent.</summary>
    public int? Batch { get; set; }

    /// <summary>How many requests carried it.</summary>
    public int Attempts { get; set; }

    /// <summary>HTTP status of the reply that settled it.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Seconds from the first request that carried it to its outcome.</summary>
    public double Elapsed { get; set; }

    /// <summary>The run that it belongs to.</summary>
    public string RunId { get; set; } = "";

    /// <summary>The input as it came, so that a failed one can be mended and sent again.</summary>
    public object? InputObject { get; set; }

    /// <summary>What kind of failure it is, for scripts; nothing where there is none.</summary>
    public string? ErrorId { get; set; }

    /// <summary>What to do about a failure; nothing where there is none.</summary>
    public string? RecommendedAction { get; set; }

    /// <summary>Something about the whole request, to be shown as a warning; on the first of its results only.</summary>
    internal string? Warning { get; set; }

    /// <summary>Sets the outcome.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="message">In whose words.</param>
    /// <param name="errorId">What kind of failure it is, if one.</param>
    /// <param name="recommendedAction">What to do about it, if a failure.</param>
    internal void Settle(Outcome outcome, string message, string? errorId = null, string? recommendedAction = null)
    {
        Outcome = outcome.ToString();
        Message = message;
        ErrorId = errorId;
        RecommendedAction = recommendedAction;
    }
}
