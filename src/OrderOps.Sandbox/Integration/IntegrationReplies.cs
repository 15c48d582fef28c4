using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Integration;

/// <summary>The service's replies (vendor page: Order Upsert API, "Sample Response" and "Error Codes").</summary>
internal static class IntegrationReplies
{
    public static Reply Counted(UpsertCounts counts, ReplyShape shape) => Write(200, new JObject
    {
        ["message"] = string.Format(
            CultureInfo.InvariantCulture,
            "{0} new records inserted. {1} existing records updated. Same value or invalid data skipped {2}",
            counts.Inserted,
            counts.Updated,
            counts.Skipped),
        ["skipped"] = Number(counts.Skipped, shape),
        ["inserted"] = Number(counts.Inserted, shape),
        ["updated"] = Number(counts.Updated, shape),
    });

    public static Reply BadRequest(string path, string error) => Write(400, new JObject { ["path"] = path, ["error"] = error });

    public static Reply Error(int statusCode, string error) => Write(statusCode, new JObject { ["error"] = error });

    private static JValue Number(long count, ReplyShape shape)
        => shape.MixesTypes ? new JValue(count.ToString(CultureInfo.InvariantCulture)) : new JValue(count);

    private static Reply Write(int statusCode, JObject body) => new() { StatusCode = statusCode, Body = body.ToString(Formatting.None) };
}
