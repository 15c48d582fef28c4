using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OrderOps.Wire;

/// <summary>Turns what may be HTML into one line of text.</summary>
internal static class PlainText
{
    /// <summary>More than this is a page and no message.</summary>
    private const int LongestSource = 20_000;
    private const int LongestText = 1_000;

    private static readonly Regex Hidden = new(@"<(script|style|head|title)\b[^>]*>.*?(</\1\s*>|$)|<!--.*?(-->|$)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex Tag = new("</?[A-Za-z!][^<>]*>", RegexOptions.CultureInvariant);

    public static string From(string? html)
    {
        if (string.IsNullOrEmpty(html))
        {
            return "";
        }

        string text = html!.Length > LongestSource ? html.Substring(0, LongestSource) : html;
        if (text.IndexOf('<') >= 0)
        {
            text = Tag.Replace(Hidden.Replace(text, " "), " ");
        }

        if (text.IndexOf('&') >= 0)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return Fold(text);
    }

    private static string Fold(string text)
    {
        var line = new StringBuilder(text.Length);
        bool blank = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                blank = true;
                continue;
            }

            if (line.Length >= LongestText)
            {
                return line.Append('…').ToString();
            }

            // Where an element stood before a full stop or a comma, no blank stays.
            if (blank && line.Length > 0 && c is not ('.' or ',' or ';' or ':'))
            {
                line.Append(' ');
            }

            blank = false;
            line.Append(c);
        }

        return line.ToString();
    }
}
