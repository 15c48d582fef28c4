using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace OrderOps.Transport;

/// <summary>Takes secrets, and personal data unless they are asked for, out of what people get to see.</summary>
public static class Redaction
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "REDACTED";

    /// <summary>What stands in the place of personal data.</summary>
    public const string Masked = "***";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Value = @"(?:""(?:[^""\\]|\\.)*""?|'[^']*'?|(?:(?:Bearer|Basic|Digest|Token|Negotiate|NTLM)\s+)?[^\s&,;""'<>{}\[\]\\]+)";

    private static readonly Lazy<Regex> SecretInText = new(static () =>
        new Regex(@"(?<![A-Za-z0-9_\-])(?<name>" + FieldNames.SecretPattern + @"[""']?\s*[:=]\s*)" + Value, Options));

    private static readonly Lazy<Regex> PersonalInForm = new(static () =>
        new Regex(@"(?<![A-Za-z0-9_\-])(?<name>" + FieldNames.PersonalPattern + @"=)[^\s&;""'<>]+", Options));

    // Where a word begins is asked for in all three: without it a long word is searched again from each of its letters.
    private static readonly Lazy<Regex> MailAddress = new(static () =>
        new Regex(@"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+(?:@|%40)[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+", Options));

    /// <summary>
    /// A body without the values of fields that are known to be secret or personal, at any depth; JSON, cut-off JSON, forms and plain text.
    /// What names a region but no person (PIN code, city, state, country) is kept.
    /// </summary>
    /// <param name="json">The body.</param>
    /// <param name="includePersonalData">Whether names, phones, e-mails and addresses are left in.</param>
    public static string Body(string json, bool includePersonalData)
    {
        if (string.IsNullOrEmpty(json))
            return string.Empty;

        var shown = JsonRedaction.Hide(json, includePersonalData);
        shown = SecretInText.Value.Replace(shown, static match => match.Groups["name"].Value + QuotedLike(match));
        if (includePersonalData)
            return shown;

        shown = PersonalInForm.Value.Replace(shown, "${name}" + Masked);
        return MailAddress.Value.Replace(shown, Masked);
    }

    /// <summary>An address whose query shows only values of names that are known to be harmless.</summary>
    /// <param name="address">The address.</param>
    public static string Query(Uri address)
    {
        if (address is null)
            throw new ArgumentNullException(nameof(address));

        var path = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        if (address.Query.Length < 2)
            return path;

        return path + "?" + string.Join("&", address.Query.Substring(1).Split('&').Select(Pair));
    }

    /// <summary>A header's value, if the header is known to be harmless.</summary>
    /// <param name="name">The header.</param>
    /// <param name="value">Its value.</param>
    public static string Header(string name, string value)
    {
        if (FieldNames.IsHarmlessHeader(name))
            return value;
        if (string.Equals(name, "Location", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(value, UriKind.Absolute, out var target) && target.Scheme.StartsWith("http", StringComparison.Ordinal))
            return Query(target);
        return string.IsNullOrEmpty(value) ? string.Empty : Hidden;
    }

    private static string Pair(string pair)
    {
        var equals = pair.IndexOf('=');
        if (equals < 0 || equals == pair.Length - 1)
            return equals < 0 ? Hidden : pair;
        var name = pair.Substring(0, equals);
        return FieldNames.IsHarmlessQuery(name) ? pair : name + "=" + Hidden;
    }

    private static string QuotedLike(Match match)
    {
        var value = match.Value.Substring(match.Groups["name"].Length);
        if (value is "\"\"" or "''" or "null")
            return value;
        return value[0] is '"' or '\'' ? value[0] + Hidden + value[0] : Hidden;
    }
}
