using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Itl;

/// <summary>The service's replies. HTTP 200 and a <c>status_code</c> of 200 come with errors too.</summary>
internal static class ItlReplies
{
    // What PHP 8 prints for "" * 1 in a production setup that shows errors.
    private const string PhpTypeError =
        "<br />\n<b>Fatal error</b>:  Uncaught TypeError: Unsupported operand types: string * int in "
        + "/var/www/html/src/Controller/ApiOrderController.php:412\nStack trace:\n#0 {main}\n"
        + "  thrown in <b>/var/www/html/src/Controller/ApiOrderController.php</b> on line <b>412</b><br />\n";

    /// <summary>The literal <c>null</c>: everything was refused, without a word.</summary>
    public static Reply Null() => new() { Body = "null" };

    /// <summary>A fatal error of PHP, which is HTML and still HTTP 200.</summary>
    public static Reply TypeError() => new() { Body = PhpTypeError, ContentType = Reply.Html };

    /// <summary>A refusal of everything.</summary>
    public static Reply Refusal(string message, ReplyShape shape) => Write(json =>
    {
        json.WritePropertyName("status");
        json.WriteValue("error");
        WriteStatusCode(json, shape);
        json.WritePropertyName(shape.UsesOtherWords ? "message" : "html_message");
        json.WriteValue(message);
    });

    /// <summary>An answer entry by entry. The reply of sync v1 has no <c>status</c> at its top (vendor page: Sync Order v1).</summary>
    public static Reply Entries(IReadOnlyList<ReplyEntry> entries, bool withStatus, ReplyShape shape) => Write(json =>
    {
        if (withStatus)
        {
            json.WritePropertyName("status");
            json.WriteValue("success");
        }

        WriteStatusCode(json, shape);
        json.WritePropertyName("html_message");
        json.WriteValue(" ");
        json.WritePropertyName("data");
        WriteData(json, entries, shape);
    });

    private static void WriteData(JsonTextWriter json, IReadOnlyList<ReplyEntry> entries, ReplyShape shape)
    {
        var keyed = shape.Data is DataKeys.FromOne or DataKeys.FromZero;
        var key = shape.Data == DataKeys.FromZero ? 0 : 1;
        if (keyed)
            json.WriteStartObject();
        else
            json.WriteStartArray();
        for (var i = 0; i < entries.Count && shape.Data != DataKeys.Empty; i++)
        {
            var missing = shape.Missing.Contains(i + 1);
            if (!missing)
            {
                if (keyed)
                    json.WritePropertyName(key.ToString(CultureInfo.InvariantCulture));
                WriteEntry(json, entries[i], shape);
            }

            if (!missing || !shape.ClosesGaps)
                key++;
        }

        json.WriteEnd();
    }

    private static void WriteEntry(JsonTextWriter json, ReplyEntry entry, ReplyShape shape)
    {
        var otherWords = shape.UsesOtherWords && !entry.Success;
        json.WriteStartObject();
        json.WritePropertyName("status");
        json.WriteValue(entry.Success ? "Success" : otherWords ? "Failed" : "error");
        json.WritePropertyName(otherWords ? "reason" : "remark");
        json.WriteValue(entry.Remark);
        if (!shape.OmitsReference)
        {
            json.WritePropertyName("refnum");
            if (shape.MixesTypes && IsPlainNumber(entry.OrderNumber))
                json.WriteRawValue(entry.OrderNumber);
            else
                json.WriteValue(entry.OrderNumber);
        }

        json.WriteEndObject();
    }

    private static bool IsPlainNumber(string text)
        => text.Length is > 0 and <= 18 && text[0] != '0' && text.All(letter => letter is >= '0' and <= '9');

    private static void WriteStatusCode(JsonTextWriter json, ReplyShape shape)
    {
        json.WritePropertyName("status_code");
        if (shape.MixesTypes)
            json.WriteValue("200");
        else
            json.WriteValue(200);
    }

    private static Reply Write(Action<JsonTextWriter> members)
    {
        var text = new StringBuilder(2048);
        using (var writer = new StringWriter(text, CultureInfo.InvariantCulture))
        using (var json = new JsonTextWriter(writer) { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii })
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new Reply { Body = text.ToString() };
    }
}
