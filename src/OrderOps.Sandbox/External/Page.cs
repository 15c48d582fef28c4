using System;
using System.Collections.Generic;
using System.Globalization;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>Delivers a page of a list as Django REST framework does, or as the quirks have it.</summary>
internal sealed class Page(RequestHead head, Query query, ExternalQuirks quirks)
{
    private const int DefaultSize = 100;
    private const int LargestSize = 5000;

    public Reply Answer(IListing listing)
    {
        var size = WholeNumber.Read(query["page_size"] ?? DefaultSize.ToString(CultureInfo.InvariantCulture));
        if (size is null or 0)
            return ExternalReplies.BadQuery("page_size", "A valid integer greater than 0 is required.", quirks.ErrorForm);
        if (size > LargestSize)
            return ExternalReplies.BadQuery("page_size", "Ensure this value is less than or equal to 5000.", quirks.ErrorForm);
        if (WholeNumber.Read(query["page"] ?? "1") is not (> 0 and <= int.MaxValue and var number))
            return InvalidPage();
        return Answer(listing, (int)number, (int)size);
    }

    private Reply Answer(IListing listing, int number, int size)
    {
        var shown = Math.Min(number, quirks.RepeatPage ?? number);
        var start = (shown - 1) * (long)Math.Max(1, size - quirks.Overlap);
        var window = new List<int>(size);
        var count = listing.Select((int)Math.Min(start, int.MaxValue), size, window);
        if (window.Count == 0 && number > 1 && !quirks.BareArrays)
            return InvalidPage();
        var hasNext = start + size < count || (number >= quirks.RepeatPage && window.Count > 0);
        var json = ByteBuffer.Rent();
        if (!quirks.BareArrays)
            Begin(json, count + quirks.MissingEntries, hasNext ? Next(number) : null, number > 1 ? Link(number - 1) : null);
        json.Add('[');
        var fields = FieldChoice.Of(query.List("fields"));
        for (var i = 0; i < window.Count; i++)
        {
            if (i > 0)
                json.Add(',');
            listing.Write(json, window[i], fields);
        }

        json.Add(']');
        if (!quirks.BareArrays)
            json.Add('}');
        return new Reply { Content = json };
    }

    private static void Begin(ByteBuffer json, int count, string? next, string? previous)
    {
        json.AddAscii("{\"count\":");
        json.AddNumber(count);
        json.AddAscii(",\"next\":");
        AddLink(json, next);
        json.AddAscii(",\"previous\":");
        AddLink(json, previous);
        json.AddAscii(",\"results\":");
    }

    // Links are escaped as addresses, so they hold nothing that JSON would have to escape.
    private static void AddLink(ByteBuffer json, string? link) => json.AddText(link is null ? "null" : "\"" + link + "\"");

    private string Next(int number) => Link(quirks.RepeatNext == number ? number : number + 1);

    private string Link(int number)
    {
        var path = head.Path.Split('?')[0];
        var host = quirks.NextHost ?? head.Header("Host") ?? "127.0.0.1";
        return "http://" + host + path + query.With("page", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture));
    }

    private static Reply InvalidPage() => ExternalReplies.Detail(404, "Invalid page.");
}
