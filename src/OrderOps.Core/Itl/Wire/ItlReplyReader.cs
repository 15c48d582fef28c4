using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;
using OrderOps.Wire;

namespace OrderOps.Itl;

/// <summary>
/// Reads every reply that the service gives, and any other body without throwing. HTTP 200 and <c>status_code</c> 200 also
/// come with errors, so <c>status</c> and the entries decide.
/// </summary>
internal static class ItlReplyReader
{
    public static ItlReply Read(int? statusCode, string? contentType, string? body)
    {
        string text = (body ?? "").TrimStart('\uFEFF');
        JToken? json = ReplyJson.Parse(text);
        ItlReply reply = json is null ? ReadOther(text, contentType, statusCode) : ReadJson(json, statusCode);
        return statusCode switch
        {
            401 or 403 => As(ReplyKind.Credentials, reply, "The service refuses the credentials."),
            404 or 405 or (>= 300 and < 400) => As(ReplyKind.WrongAddress, reply, "There is no such service at this address."),
            408 or 425 or 429 or >= 500 => As(ReplyKind.Unreadable, reply, "The service failed."),
            400 or 413 or 422 when reply.Kind == ReplyKind.Unreadable => As(ReplyKind.RefusedWhole, reply, "The service refuses the request."),
            _ => reply,
        };
    }

    private static ItlReply As(ReplyKind kind, ItlReply reply, string otherwise) =>
        new(kind, reply.Message.Length > 0 ? reply.Message : otherwise);

    private static ItlReply ReadOther(string text, string? contentType, int? statusCode)
    {
        string message = PlainText.From(text);
        if (RemarkWording.SaysWrongAddress(message))
        {
            return new ItlReply(ReplyKind.WrongAddress, message);
        }

        if (RemarkWording.SaysCredentials(message) && message.Length < 200)
        {
            return new ItlReply(ReplyKind.Credentials, message);
        }

        // A page can come from a proxy that let the request through, so it does not even say that nothing was taken.
        bool html = text.TrimStart().StartsWith("<", StringComparison.Ordinal) || (contentType ?? "").IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0;
        return text.Length == 0
            ? new ItlReply(ReplyKind.Unreadable, statusCode is null or 200 ? "The reply is empty." : "")
            : new ItlReply(ReplyKind.Unreadable, (html ? "The reply is HTML and no JSON: " : "The reply is no JSON, or breaks off: ") + message);
    }

    private static ItlReply ReadJson(JToken json, int? statusCode)
    {
        switch (json)
        {
            case JObject reply:
                return ReadObject(reply);
            case JArray { Count: 0 } or JValue { Value: null }:
                return new ItlReply(ReplyKind.RefusedWhole, "The service refuses the request without saying why.");
            case JArray list:
                return Judge(ReplyEntries.Read(list, ""), EntryStatus.Unclear, "");
            default:
                return ReadOther(ReplyJson.Text(json), contentType: null, statusCode);
        }
    }

    private static ItlReply ReadObject(JObject reply)
    {
        string message = PlainText.From(ReplyJson.FirstText(reply, "html_message", "message", "msg"));
        EntryStatus status = EntryStatusWord.Read(ReplyJson.Text(ReplyJson.Get(reply, "status")));
        return Judge(ReplyEntries.Read(ReplyJson.Get(reply, "data"), message), status, message);
    }

    private static ItlReply Judge(List<ItlReplyEntry> entries, EntryStatus status, string message)
    {
        if (entries.Count > 0)
        {
            return new ItlReply(AllRefuseCredentials(entries) ? ReplyKind.Credentials : ReplyKind.Entries, message, entries);
        }

        if (status == EntryStatus.Success)
        {
            return new ItlReply(ReplyKind.Unreadable, message.Length > 0 ? message : "The reply says success and has no entries.");
        }

        return RemarkWording.SaysCredentials(message) ? new ItlReply(ReplyKind.Credentials, message)
            : RemarkWording.SaysWrongAddress(message) ? new ItlReply(ReplyKind.WrongAddress, message)
            : status == EntryStatus.Failure ? new ItlReply(ReplyKind.RefusedWhole, message.Length > 0 ? message : "The service refuses the request without saying why.")
            // The vendor's page has html_message filled with errors only; a word of success there is not to be relied on.
            : message.Length > 0 && message.IndexOf("success", StringComparison.OrdinalIgnoreCase) < 0 ? new ItlReply(ReplyKind.RefusedWhole, message)
            : new ItlReply(ReplyKind.Unreadable, message.Length > 0 ? message : "The reply has neither a status nor entries.");
    }

    private static bool AllRefuseCredentials(List<ItlReplyEntry> entries)
    {
        foreach (ItlReplyEntry entry in entries)
        {
            if (entry.Success || !RemarkWording.SaysCredentials(entry.Remark))
            {
                return false;
            }
        }

        return true;
    }
}
