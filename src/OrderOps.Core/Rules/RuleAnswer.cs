namespace OrderOps.Rules;

/// <summary>What a rule makes of one value: a normalised value, a refusal, or a value with a remark.</summary>
internal readonly struct RuleAnswer
{
    private RuleAnswer(string value, string? problem, string? remedy, bool refused)
    {
        Value = value;
        Problem = problem;
        Remedy = remedy;
        Refused = refused;
    }

    /// <summary>The normalised value; empty for a refusal.</summary>
    public string Value { get; }

    /// <summary>What is wrong, as the end of a sentence that begins with field and value; nothing where all is well.</summary>
    public string? Problem { get; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; }

    public bool Refused { get; }

    public static RuleAnswer Take(string value) => new(value, null, null, refused: false);

    public static RuleAnswer Note(string value, string problem, string remedy) => new(value, problem, remedy, refused: false);

    public static RuleAnswer Refuse(string problem, string remedy) => new("", problem, remedy, refused: true);
}
