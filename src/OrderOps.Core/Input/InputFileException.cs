using System;

namespace OrderOps.Input;

/// <summary>A file as a whole can't be read as orders. A single bad record never throws; it has a <see cref="InputRecord.Fault"/>.</summary>
public sealed class InputFileException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="errorId">What kind of failure it is, for scripts.</param>
    /// <param name="message">What is wrong, naming the file.</param>
    /// <param name="recommendedAction">What to do about it.</param>
    /// <param name="inner">What was thrown, if anything was.</param>
    public InputFileException(string errorId, string message, string recommendedAction, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        RecommendedAction = recommendedAction;
    }

    /// <summary>
    /// What kind of failure it is: <c>InputFileNotFound</c>, <c>InputFileUnreadable</c>, <c>InputFileEmpty</c>,
    /// <c>InputFileIsWorkbook</c>, <c>InputFileNotText</c>, <c>InputFileNoHeader</c>, <c>InputFileDuplicateColumn</c>
    /// or <c>InputFileMalformed</c>.
    /// </summary>
    public string ErrorId { get; }

    /// <summary>What to do about it.</summary>
    public string RecommendedAction { get; }
}
