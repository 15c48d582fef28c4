using OrderOps.Rules;

namespace OrderOps.Itl;

/// <summary>
/// An AWB number on its way into the comma-joined list of a cancel request (vendor page: Cancel Order v3): anything
/// that would shift the list, and so cancel or miss another parcel, is refused.
/// </summary>
internal static class AwbRule
{
    private const string Remedy = "Give one AWB number a value, as text, e.g. 86210010463.";

    public static RuleAnswer Apply(string? text)
    {
        string awb = CleanText.Of(text);
        if (awb.Length == 0)
        {
            return RuleAnswer.Refuse("is blank", Remedy);
        }

        if (CleanText.IsTypeName(awb))
        {
            return RuleAnswer.Refuse("is the name of a type, not a value", Remedy);
        }

        RuleAnswer code = CodeRule.Apply(awb);
        if (code.Refused)
        {
            return code;
        }

        foreach (char c in code.Value)
        {
            if (c is ',' or ';' or '|' || char.IsWhiteSpace(c))
            {
                return RuleAnswer.Refuse(char.IsWhiteSpace(c) ? "has a blank in it" : $"has a '{c}' in it", Remedy);
            }
        }

        return code.Value.Length == 0 ? RuleAnswer.Refuse("is blank", Remedy) : code;
    }
}
