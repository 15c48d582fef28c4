using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Omni;
using OrderOps.Tests.Itl;

namespace OrderOps.Tests.Omni;

/// <summary>The vendor's postings, as published and changed in one place.</summary>
internal static class PostingSamples
{
    public const string Create = "omni-posting-create.json";
    public const string Complete = "omni-posting-complete.json";

    public static byte[] Bytes(string file) => Encoding.UTF8.GetBytes(Samples.Text(file));

    public static OmniPosting Posting(string file = Complete) => PostingReader.Read(Bytes(file)).Posting!;

    /// <summary>The vendor's posting with one value changed.</summary>
    /// <param name="place">Where, e.g. <c>shipments[0].awbNumber</c>.</param>
    /// <param name="json">The new value as JSON; nothing takes the member away.</param>
    public static byte[] With(string place, string? json)
    {
        JObject posting = (JObject)Samples.Json(Complete);
        // The sample's own departure from the table would stand beside what a test looks for.
        posting["orderType"] = "SO";
        if (place.Length > 0)
        {
            Change(posting, place, json);
        }

        return Encoding.UTF8.GetBytes(posting.ToString(Formatting.None).Replace("\"raw:", "").Replace(":raw\"", ""));
    }

    public static PostingReading ReadWith(string place, string? json) => PostingReader.Read(With(place, json));

    public static PostingReading Read(string text) => PostingReader.Read(Encoding.UTF8.GetBytes(text));

    private static void Change(JObject posting, string place, string? json)
    {
        int dot = place.LastIndexOf('.');
        JObject parent = dot < 0 ? posting : (JObject)posting.SelectToken(place.Substring(0, dot))!;
        string name = place.Substring(dot + 1);
        JProperty? property = parent.Properties().FirstOrDefault(known => known.Name == name);
        if (json is null)
        {
            property!.Remove();
            return;
        }

        // A number of any size goes through as it is written.
        JToken value = json.Length > 0 && (char.IsDigit(json[0]) || json[0] == '-') ? new JValue("raw:" + json + ":raw") : Samples.Parse(json);
        parent[name] = value;
    }
}
