using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>Sends one value to the rule of its kind and files what comes of it.</summary>
internal sealed class ValueRule
{
    private const string BlankRemedy = "Fill it in, or map it from the column that holds it.";

    private readonly DateRule _dates;

    public ValueRule(DateRule dates) => _dates = dates;

    /// <summary>The normalised value; a refused one as it came, with its finding.</summary>
    /// <param name="kind">What may stand in the field.</param>
    /// <param name="field">The field's name on the wire, which for a product tells its place.</param>
    /// <param name="text">The value as it came.</param>
    /// <param name="required">Whether it may not be blank.</param>
    /// <param name="variant">For a measure, that it is the weight; for an amount, that it is a rate.</param>
    /// <param name="findings">Takes what is noticed.</param>
    public string Apply(FieldKind kind, in FieldName field, string? text, bool required, bool variant, FindingList findings)
    {
        string value = CleanText.Of(text);
        if (value.Length == 0)
        {
            return Blank(field, required, findings);
        }

        if (CleanText.IsTypeName(value))
        {
            findings.Error(field.ToString(), value, "arrived as its type's name and not as a value",
                "Raise the depth with which it was carried, e.g. ConvertTo-Json -Depth 5, or pass the objects themselves.");
            return value;
        }

        RuleAnswer answer = Ask(kind, value, variant);
        if (answer.Refused)
        {
            findings.Error(field.ToString(), value, answer.Problem!, answer.Remedy!);
            return value;
        }

        if (answer.Problem != null)
        {
            findings.Warning(field.ToString(), value, answer.Problem, answer.Remedy!);
        }

        return answer.Value.Length == 0 ? Blank(field, required, findings) : answer.Value;
    }

    private static string Blank(in FieldName field, bool required, FindingList findings)
    {
        if (required)
        {
            findings.Error(field.ToString(), "", "is blank", BlankRemedy);
        }

        return "";
    }

    private RuleAnswer Ask(FieldKind kind, string value, bool variant) => kind switch
    {
        FieldKind.Code => CodeRule.Apply(value),
        FieldKind.Amount => variant ? AmountRule.ApplyToRate(value) : AmountRule.Apply(value),
        FieldKind.Measure => variant ? MeasureRule.Weight(value) : MeasureRule.Length(value),
        FieldKind.Quantity => QuantityRule.Apply(value),
        FieldKind.Date => _dates.Apply(value),
        FieldKind.Phone => PhoneRule.Apply(value),
        FieldKind.Pin => PinRule.Apply(value),
        FieldKind.PaymentMode => PaymentModeRule.Apply(value),
        FieldKind.YesNo => YesNoRule.Apply(value),
        _ => TextRule.Apply(value),
    };
}
