using System;

namespace OrderOps.Itl;

/// <summary>What a text says about a moment: a wall time, with an offset where the text has one; or why it says none.</summary>
internal readonly struct DateReading
{
    private DateReading(DateTime wall, TimeSpan? offset, string? problem, string? remedy)
    {
        Wall = wall;
        Offset = offset;
        Problem = problem;
        Remedy = remedy;
    }

    public DateTime Wall { get; }

    public TimeSpan? Offset { get; }

    public string? Problem { get; }

    public string? Remedy { get; }

    public static DateReading At(DateTime wall, TimeSpan? offset) => new(wall, offset, null, null);

    public static DateReading Refuse(string problem, string remedy) => new(default, null, problem, remedy);
}
