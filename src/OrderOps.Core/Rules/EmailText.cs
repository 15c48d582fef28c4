namespace OrderOps.Rules;

/// <summary>E-mail addresses, as far as a look can tell.</summary>
internal static class EmailText
{
    public static bool LooksRight(string text)
    {
        int at = text.IndexOf('@');
        return at > 0 && at < text.Length - 1 && text.IndexOf('@', at + 1) < 0 && text.IndexOf(' ') < 0;
    }
}
