using System;
using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using OrderOps.Wire;

namespace OrderOps.Integration;

/// <summary>
/// Reads the service's replies, and any other body without throwing. 200: <c>{"message":…,"skipped":0,"inserted":1,"updated":0}</c>;
/// 400: <c>{"path":…,"error":…}</c>; 401 and 500: <c>{"error":…}</c> (vendor page: Order Upsert API).
/// </summary>
internal static class UpsertReplyReader
{
    // "1 new records inserted. 0 existing records updated. Same value or invalid data skipped 0"
    private static readonly Regex Sentence = new(
        @"(?<inserted>\d{1,9})\s+new\s+records?\s+inserted\W+(?<updated>\d{1,9})\s+existing\s+records?\s+updated\b.*?\bskipped\W+(?<skipped>\d{1,9})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public static UpsertReply Read(string? contentType, string? body)
    {
        string text = (body ?? "").TrimStart('\uFEFF');
        if (ReplyJson.Parse(text) is not JObject reply)
        {
            bool isPage = text.TrimStart().StartsWith("<", StringComparison.Ordinal)
                || (contentType ?? "").IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0;
            return new UpsertReply(null, PlainText.From(text), "", isPage);
        }

        string message = PlainText.From(ReplyJson.FirstText(reply, "error", "message", "msg"));
        string path = ReplyJson.Text(ReplyJson.Get(reply, "path"));
        return new UpsertReply(CountsOf(reply, message), message, path, IsPage: false);
    }

    private static UpsertCounts? CountsOf(JObject reply, string message)
    {
        if (Number(reply, "inserted") is { } inserted && Number(reply, "updated") is { } updated && Number(reply, "skipped") is { } skipped)
        {
            return new UpsertCounts(inserted, updated, skipped);
        }

        Match match = Sentence.Match(message);
        return match.Success
            ? new UpsertCounts(Number(match.Groups["inserted"].Value)!.Value, Number(match.Groups["updated"].Value)!.Value, Number(match.Groups["skipped"].Value)!.Value)
            : null;
    }

    private static int? Number(JObject reply, string name) => Number(ReplyJson.Text(ReplyJson.Get(reply, name)));

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < 1_000_000_000 ? number : null;
}
