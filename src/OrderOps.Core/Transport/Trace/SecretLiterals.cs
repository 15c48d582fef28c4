using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Newtonsoft.Json;

namespace OrderOps.Transport;

/// <summary>The secrets of one connection, found by their values wherever they turn up, as they are or escaped.</summary>
internal sealed class SecretLiterals
{
    /// <summary>Shorter ones would be found everywhere by chance; they are still known by their fields' names.</summary>
    private const int ShortestSecret = 4;

    /// <summary>How much of a secret at the very end of a text that was cut is taken for one.</summary>
    private const int ShortestRemnant = 3;

    private readonly Lazy<string[]> _forms;
    private readonly Lazy<Regex?> _pattern;

    public SecretLiterals(IEnumerable<string> secrets)
    {
        var known = secrets.Where(static secret => secret is { Length: >= ShortestSecret }).Distinct().ToArray();
        _forms = new Lazy<string[]>(() => known.SelectMany(Forms).Distinct().OrderByDescending(static form => form.Length).ToArray(), LazyThreadSafetyMode.PublicationOnly);
        _pattern = new Lazy<Regex?>(
            () => known.Length == 0 ? null : new Regex(string.Join("|", _forms.Value.Select(Regex.Escape)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The text without the secrets.</summary>
    public string Hide(string text) =>
        string.IsNullOrEmpty(text) || !MayHold(text) ? text : _pattern.Value!.Replace(text, Redaction.Hidden);

    /// <summary>The same for a text that was cut off, maybe in the middle of a secret.</summary>
    public string HideCut(string text)
    {
        var shown = Hide(text);
        var remnant = _forms.Value.Select(form => RemnantLength(shown, form)).DefaultIfEmpty(0).Max();
        return remnant == 0 ? shown : shown.Substring(0, shown.Length - remnant) + Redaction.Hidden;
    }

    /// <summary>The exception itself if it holds no secret, else one that says the same without.</summary>
    public Exception Hide(Exception exception)
    {
        var text = exception.ToString();
        return Hide(text) == text ? exception : new HttpRequestException(Hide(exception.Message));
    }

    // Hardly any reply does, and the pattern costs several times what it costs to read the reply.
    private bool MayHold(string text)
    {
        foreach (var form in _forms.Value)
        {
            if (text.IndexOf(form, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static int RemnantLength(string text, string form)
    {
        for (var length = Math.Min(form.Length - 1, text.Length); length >= ShortestRemnant; length--)
        {
            if (string.CompareOrdinal(text, text.Length - length, form, 0, length) == 0)
                return length;
        }

        return 0;
    }

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        foreach (var handling in new[] { StringEscapeHandling.Default, StringEscapeHandling.EscapeNonAscii, StringEscapeHandling.EscapeHtml })
        {
            var escaped = JsonString(secret, handling);
            yield return escaped;
            yield return escaped.Replace("/", "\\/");
            yield return escaped.Replace("+", "\\u002B");

            // JSON quoted within JSON.
            yield return JsonString(escaped, handling);
        }

        var percent = Uri.EscapeDataString(secret);
        yield return percent;
        yield return percent.Replace("%20", "+");
        yield return WebUtility.UrlEncode(secret);
        yield return WebUtility.HtmlEncode(secret);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }

    private static string JsonString(string text, StringEscapeHandling handling)
    {
        var quoted = JsonConvert.ToString(text, '"', handling);
        return quoted.Substring(1, quoted.Length - 2);
    }
}
