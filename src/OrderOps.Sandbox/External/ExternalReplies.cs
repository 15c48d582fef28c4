using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.External;

/// <summary>Replies as Django REST framework writes them; the vendor's page shows none.</summary>
internal static class ExternalReplies
{
    public static Reply Json(JToken body, int statusCode = 200) => new() { StatusCode = statusCode, Body = body.ToString(Formatting.None) };

    public static Reply Detail(int statusCode, string detail) => Json(new JObject { ["detail"] = detail }, statusCode);

    public static Reply NotFound() => Detail(404, "Not found.");

    /// <summary>An address outside of the service is a page of Django's, not JSON.</summary>
    public static Reply NoSuchAddress() => new()
    {
        StatusCode = 404,
        ContentType = Reply.Html,
        Body = "<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>Not Found</title>\n</head>\n<body>\n  <h1>Not Found</h1>"
            + "<p>The requested resource was not found on this server.</p>\n</body>\n</html>\n",
    };

    /// <summary>A query that can't be answered.</summary>
    public static Reply BadQuery(string field, string words, ExternalErrorForm form)
        => form == ExternalErrorForm.Detail ? Detail(400, words) : Json(Named((field, words)), 400);

    /// <summary>A POST that can't be taken: what is wrong with each order, null where nothing is.</summary>
    public static Reply BadOrders(IReadOnlyList<(string Field, string Words)?> mistakes, ExternalErrorForm form)
    {
        var first = mistakes.First(mistake => mistake is not null)!.Value;
        return form switch
        {
            ExternalErrorForm.Detail => Detail(400, first.Words),
            ExternalErrorForm.Field => Json(Named(first), 400),
            _ => Json(new JArray(mistakes.Select(mistake => mistake is { } wrong ? Named(wrong) : new JObject())), 400),
        };
    }

    private static JObject Named((string Field, string Words) mistake) => new() { [mistake.Field] = new JArray(mistake.Words) };
}
