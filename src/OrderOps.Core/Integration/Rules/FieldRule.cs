using OrderOps.Rules;

namespace OrderOps.Integration;

/// <summary>Normalises and checks one value by the kind of its field.</summary>
internal static class FieldRule
{
    /// <summary>The normalised value, blank for nothing; a refused one as it came, with its finding.</summary>
    /// <param name="kind">What may stand in the field.</param>
    /// <param name="wireName">The field's name.</param>
    /// <param name="place">Where a product stands, e.g. <c>products[2].</c>.</param>
    /// <param name="text">The value as it came.</param>
    /// <param name="required">Whether it may not be blank.</param>
    /// <param name="findings">Takes what is noticed.</param>
    public static string Apply(FieldKind kind, string wireName, string place, string? text, bool required, FindingList findings)
    {
        string value = CleanText.Of(text);
        if (value.Length > 0 && CleanText.IsTypeName(value))
        {
            findings.Error(place + wireName, value, "arrived as its type's name and not as a value",
                "Raise the depth with which it was carried, e.g. ConvertTo-Json -Depth 5, or pass the objects themselves.");
            return value;
        }

        RuleAnswer answer = value.Length == 0 ? RuleAnswer.Take("") : Ask(kind, value);
        if (answer.Refused)
        {
            findings.Error(place + wireName, value, answer.Problem!, answer.Remedy!);
            return value;
        }

        if (answer.Value.Length == 0 && required)
        {
            findings.Error(place + wireName, "", "is blank", BlankRemedy(kind));
        }
        else if (answer.Problem is not null)
        {
            findings.Warning(place + wireName, value, answer.Problem, answer.Remedy!);
        }

        return answer.Value;
    }

    private static RuleAnswer Ask(FieldKind kind, string value) => kind switch
    {
        FieldKind.Code => CodeRule.Apply(value),
        FieldKind.Email => Email(value),
        FieldKind.Amount => Amount(value),
        FieldKind.Quantity => QuantityRule.Apply(value),
        _ => TextRule.Apply(value),
    };

    // The page types amounts as integers while its samples send strings; whether decimals are taken it does not say.
    private static RuleAnswer Amount(string value)
    {
        RuleAnswer answer = NumberText.Read(value, grouping: true);
        return answer.Refused || NumberText.WithoutEndZeros(answer.Value).IndexOf('.') < 0
            ? answer
            : RuleAnswer.Note(answer.Value, "has decimals, while the vendor's page calls amounts integers", "If the service skips it, send whole amounts.");
    }

    private static RuleAnswer Email(string value) =>
        EmailText.LooksRight(value) ? RuleAnswer.Take(value)
        : RuleAnswer.Note(value, "does not look like an e-mail address", "Mend it: the service may skip the order without saying so.");

    private static string BlankRemedy(FieldKind kind) =>
        kind == FieldKind.Amount ? "Fill it in; write 0 where there is none." : "Fill it in, or name the column that holds it so.";
}
