using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox;

namespace OrderOps.Tests.Sandbox;

/// <summary>A client with no cleverness for services that take their credentials in headers.</summary>
internal sealed class ServiceCaller(SandboxServer box, Uri baseAddress) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public SandboxServer Box { get; } = box;

    /// <summary>What every request carries; null is not sent.</summary>
    public Dictionary<string, string?> Headers { get; } = [];

    public static ServiceCaller Integration(SandboxOptions? options = null)
    {
        var box = SandboxServer.Start(options);
        return new(box, box.Integration.BaseAddress) { Headers = { ["token"] = box.Integration.Token } };
    }

    public static ServiceCaller External(SandboxOptions? options = null)
    {
        var box = SandboxServer.Start(options);
        return new(box, box.External.BaseAddress) { Headers = { ["API-Token"] = box.External.ApiToken, ["token"] = box.External.SiteToken } };
    }

    public async Task<(int Status, string Body)> Send(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(baseAddress, path));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var header in Headers)
        {
            if (header.Value is not null)
                request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(int Status, string Body)> Post(string path, JToken body) => Send("POST", path, body.ToString(Formatting.None));

    public async Task<JToken> Get(string path)
    {
        var (status, body) = await Send("GET", path);
        Xunit.Assert.Equal(200, status);
        return Parse(body);
    }

    public static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.Load(reader);
    }

    public void Dispose()
    {
        _http.Dispose();
        Box.Dispose();
    }
}
