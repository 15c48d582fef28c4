using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox;

namespace OrderOps.Tests.Sandbox;

/// <summary>A client with no cleverness: what it is told goes out, what comes in is shown.</summary>
internal sealed class ItlCaller : IDisposable
{
    public const string SyncV1 = "api/order/sync.json";
    public const string SyncV3 = "api_v3/order/sync.json";
    public const string CancelV3 = "api_v3/order/cancel.json";

    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "itl-sync-shipment.json"));

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public ItlCaller(SandboxOptions? options = null)
    {
        Box = SandboxServer.Start(options);
    }

    public SandboxServer Box { get; }

    public static JObject Shipment(string order, params (string Key, string? Value)[] changes)
    {
        var shipment = Parse(Sample);
        shipment["order"] = order;
        foreach (var (key, value) in changes)
            Change(shipment, key, value);
        return shipment;
    }

    /// <summary>A value of null takes the key away; a key of a product is changed in the last product.</summary>
    public static void Change(JObject shipment, string key, string? value)
    {
        var target = key.StartsWith("product_", StringComparison.Ordinal) ? (JObject)shipment["products"]!.Last! : shipment;
        if (value is null)
            target.Remove(key);
        else
            target[key] = value;
    }

    public JObject SyncBody(params JObject[] shipments) => Data(("shipments", new JArray(shipments.Cast<object>().ToArray())));

    public JObject Data(params (string Key, JToken Value)[] members)
    {
        var data = new JObject { ["access_token"] = Box.Itl.AccessToken, ["secret_key"] = Box.Itl.SecretKey };
        foreach (var (key, value) in members)
            data[key] = value;
        return new JObject { ["data"] = data };
    }

    public Task<HttpResponseMessage> Post(string path, string body)
        => Post(path, body, request => _ = request);

    public async Task<HttpResponseMessage> Post(string path, string body, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Box.Itl.BaseAddress, path))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        change(request);
        return await _http.SendAsync(request);
    }

    public async Task<string> Text(string path, string body)
    {
        using var response = await Post(path, body);
        Xunit.Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<JObject> Sync(params JObject[] shipments) => Parse(await Text(SyncV3, Compact(SyncBody(shipments))));

    public async Task<JObject> Cancel(string awbNumbers) => Parse(await Text(CancelV3, Compact(Data(("awb_numbers", awbNumbers)))));

    public static string Compact(JToken token) => token.ToString(Formatting.None);

    public static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    public void Dispose()
    {
        _http.Dispose();
        Box.Dispose();
    }
}
