using System;

namespace OrderOps.Outcomes;

/// <summary>
/// Configuration or credentials are wrong: no order can succeed until they are mended, so the run ends.
/// Its message never holds a secret.
/// </summary>
public sealed class ServiceConfigurationException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="errorId">What kind of failure it is, for scripts.</param>
    /// <param name="message">What is wrong: the setting and its value.</param>
    /// <param name="recommendedAction">What to do about it.</param>
    /// <param name="credentials">Whether it is the credentials that were refused.</param>
    /// <param name="inner">What was thrown, if anything was.</param>
    public ServiceConfigurationException(string errorId, string message, string recommendedAction, bool credentials = false, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        RecommendedAction = recommendedAction;
        Credentials = credentials;
    }

    /// <summary>What kind of failure it is, for scripts.</summary>
    public string ErrorId { get; }

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; }

    /// <summary>Whether it is the credentials that were refused.</summary>
    public bool Credentials { get; }
}
