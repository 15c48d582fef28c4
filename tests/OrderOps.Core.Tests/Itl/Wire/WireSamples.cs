using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using OrderOps.Itl;
using Xunit;

namespace OrderOps.Tests.Itl;

/// <summary>The sample replies: what came, what had been sent, and what it comes to.</summary>
internal static class WireSamples
{
    public static TheoryData<string> Names(string file) => new(Samples.Json(file).Select(sample => (string)sample["name"]!).ToArray());

    public static JToken Named(string file, string name) => Samples.Json(file).Single(sample => (string?)sample["name"] == name);

    public static ItlReply Read(JToken sample) =>
        ItlReplyReader.Read((int)sample["http_status"]!, (string?)sample["content_type"], (string?)sample["body_text"]);

    public static string[] Sent(JToken sample) => sample["sent"]!.Select(number => (string)number!).ToArray();

    public static IEnumerable<string> Outcomes(JToken sample) => sample["outcomes"]!.Select(outcome => (string)outcome!);

    public static string Outcome(ItlReplyEntry? entry) =>
        entry is null ? "Unknown" : entry.Success ? "Success" : entry.SaysDuplicate ? "Duplicate" : entry.SaysCancelled ? "Cancelled" : "Refused";
}
