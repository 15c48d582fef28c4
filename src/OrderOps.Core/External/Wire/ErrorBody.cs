using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>
/// The words of a refusal. What such bodies look like is not known; expected are <c>{"detail":"…"}</c>,
/// <c>{"field":["…"]}</c>, and a list of these for a list that was sent.
/// </summary>
internal sealed class ErrorBody
{
    private const int LongestText = 500;

    private ErrorBody(string message, IReadOnlyList<ErrorEntry>? entries)
    {
        Message = message;
        Entries = entries;
    }

    /// <summary>All that it says, in one line; blank where it says nothing.</summary>
    public string Message { get; }

    /// <summary>One for each entry that was sent, where it is a list of objects.</summary>
    public IReadOnlyList<ErrorEntry>? Entries { get; }

    /// <summary>Whether a body is a page for people.</summary>
    public static bool IsHtml(ServiceReply reply) =>
        (reply.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false)
        || reply.Body.TrimStart().StartsWith("<", StringComparison.Ordinal);

    /// <summary>Whether a body is JSON, by its beginning and end.</summary>
    public static bool IsJson(ServiceReply reply)
    {
        string body = reply.Body;
        int first = 0;
        int last = body.Length - 1;
        while (first <= last && char.IsWhiteSpace(body[first]))
        {
            first++;
        }

        while (last > first && char.IsWhiteSpace(body[last]))
        {
            last--;
        }

        return last > first && ((body[first] == '{' && body[last] == '}') || (body[first] == '[' && body[last] == ']'));
    }

    /// <summary>Reads a body.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="redact">Takes secrets out.</param>
    public static ErrorBody Read(ServiceReply reply, Func<string, string> redact)
    {
        if (IsHtml(reply))
        {
            return new ErrorBody("The answer was an HTML page.", null);
        }

        if (!IsJson(reply))
        {
            return new ErrorBody(OneLine(redact(reply.Body)), null);
        }

        try
        {
            string body = reply.Body.Trim();
            if (body[0] == '{')
            {
                return new ErrorBody(OneLine(redact(Words(body))), null);
            }

            string[] elements = WireValue.Elements(body).ToArray();
            bool objects = elements.Length > 0 && elements.All(element => element[0] == '{');
            ErrorEntry[]? entries = objects ? elements.Select(element => new ErrorEntry(OneLine(redact(Words(element))), KeyOf(element))).ToArray() : null;
            return new ErrorBody(OneLine(redact(string.Join("; ", elements.Select(Words).Where(words => words.Length > 0)))), entries);
        }
        catch (JsonException)
        {
            return new ErrorBody(OneLine(redact(reply.Body)), null);
        }
    }

    /// <summary>What a value says: <c>detail</c> without its name, every other member with it.</summary>
    private static string Words(string raw) => raw[0] switch
    {
        '{' => string.Join("; ", WireObject.Parse(raw).Members.Where(IsWords).Select(Words)),
        '[' => string.Join(", ", WireValue.Elements(raw).Select(Words)),
        _ => WireText.Read(raw) ?? "",
    };

    private static string Words(WireMember member) =>
        member.Name is "detail" or "non_field_errors" or "error" or "message" ? Words(member.Raw) : $"{member.Name}: {Words(member.Raw)}";

    // A bare number beside the words is the key of what they speak of.
    private static bool IsWords(WireMember member) => member.Raw != "null" && !(member.Name is "order_id" or "rrn" or "id" && member.Raw[0] is not ('[' or '{'));

    private static string? KeyOf(string element)
    {
        WireObject entry = WireObject.Parse(element);
        return Plain(entry, "order_id") ?? Plain(entry, "id") ?? Plain(entry, "rrn");
    }

    private static string? Plain(WireObject entry, string name) =>
        entry.Find(name) is { } member && member.Raw[0] is not ('[' or '{') ? WireText.Read(member.Raw) : null;

    private static string OneLine(string text)
    {
        string line = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestText ? line : line.Substring(0, LongestText) + "…";
    }
}

/// <summary>What a refusal says of one entry of a list; blank where it finds nothing wrong with it.</summary>
/// <param name="Message">Its words.</param>
/// <param name="Key">The number that it names, if it names one.</param>
internal sealed record ErrorEntry(string Message, string? Key);
