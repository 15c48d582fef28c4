using System;

namespace OrderOps.Journal;

/// <summary>A store can't be opened, read or written. Its message names the file, never what is in it.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="errorId">What kind of failure it is, for scripts.</param>
    /// <param name="path">The store's file or folder.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="recommendedAction">What to do about it.</param>
    /// <param name="inner">What was thrown, if anything was.</param>
    public StoreException(string errorId, string path, string message, string recommendedAction, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Path = path;
        RecommendedAction = recommendedAction;
    }

    /// <summary>What kind of failure it is, for scripts: <c>StoreFull</c>, <c>StoreLocked</c>, <c>StoreNewer</c> and the like.</summary>
    public string ErrorId { get; }

    /// <summary>The store's file or folder.</summary>
    public string Path { get; }

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; }
}
