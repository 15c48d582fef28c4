namespace OrderOps.Rules;

/// <summary>Free text: one line of it, since labels have no room for more.</summary>
internal static class TextRule
{
    public static RuleAnswer Apply(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return RuleAnswer.Take(OneLine(text));
            }
        }

        return RuleAnswer.Take(text);
    }

    private static string OneLine(string text)
    {
        char[] line = new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            char kept = char.IsControl(c) ? ' ' : c;
            if (kept != ' ' || length == 0 || line[length - 1] != ' ')
            {
                line[length++] = kept;
            }
        }

        return new string(line, 0, length);
    }
}
