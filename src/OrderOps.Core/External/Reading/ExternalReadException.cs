using System;

namespace OrderOps.External;

/// <summary>Something that was asked for did not come; what comes after it may.</summary>
public sealed class ExternalReadException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="errorId">What kind of failure it is, for scripts.</param>
    /// <param name="message">What happened, without secrets.</param>
    /// <param name="recommendedAction">What to do about it.</param>
    /// <param name="inner">What was thrown, if anything was.</param>
    public ExternalReadException(string errorId, string message, string recommendedAction, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        RecommendedAction = recommendedAction;
    }

    /// <summary>What kind of failure it is, for scripts.</summary>
    public string ErrorId { get; }

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; }

    /// <summary>Whether the service has no such thing.</summary>
    public bool IsNotFound => ErrorId == ExternalErrors.NotFound;
}
