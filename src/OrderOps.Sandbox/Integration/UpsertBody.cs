using System.Linq;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Integration;

/// <summary>What a request holds.</summary>
internal sealed class UpsertBody
{
    private UpsertBody(bool isObject, JArray? rows)
    {
        IsObject = isObject;
        Rows = rows;
    }

    /// <summary>Whether the body is a JSON object.</summary>
    public bool IsObject { get; }

    /// <summary>Its <c>data</c>; null if that is no array.</summary>
    public JArray? Rows { get; }

    public static UpsertBody Read(string text)
    {
        var root = StrictJson.Parse(text) as JObject;
        return new(root is not null, root?["data"] as JArray);
    }

    public string[] Keys(string name)
        => Rows?.OfType<JObject>().Select(row => FieldValue.Text(row[name])).Where(key => key.Length > 0).ToArray() ?? [];
}
