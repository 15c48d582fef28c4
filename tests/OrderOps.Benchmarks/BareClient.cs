using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Benchmarks;

/// <summary>What the network and the service allow: HttpClient, ready-made bodies, nothing read, checked or told.</summary>
/// <param name="address">Of the ITL service.</param>
/// <param name="inFlight">Requests at a time.</param>
public sealed class BareClient(string address, int inFlight) : IDisposable
{
    private const int BatchSize = 25;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Keys =
    [
        "order", "sub_order", "order_date", "total_amount", "name", "company_name", "add", "add2", "add3", "pin", "city",
        "state", "country", "phone", "alt_phone", "email", "is_billing_same_as_shipping", "billing_name",
        "billing_company_name", "billing_add", "billing_add2", "billing_add3", "billing_pin", "billing_city",
        "billing_state", "billing_country", "billing_phone", "billing_alt_phone", "billing_email", "products",
        "shipment_length", "shipment_width", "shipment_height", "weight", "shipping_charges", "giftwrap_charges",
        "transaction_charges", "total_discount", "first_attemp_discount", "cod_amount", "cod_charges", "advance_amount",
        "payment_mode", "reseller_name", "eway_bill_number", "gst_number",
    ];

    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = inFlight }) { BaseAddress = new Uri(address) };
    private byte[][] _bodies = [];

    /// <summary>Makes the bodies of the next <see cref="Send"/>.</summary>
    public void Prepare(int count, string prefix, string accessToken, string secretKey) =>
        _bodies = Enumerable.Range(0, (count + BatchSize - 1) / BatchSize)
            .Select(batch => Body(batch * BatchSize, Math.Min(count, (batch + 1) * BatchSize), prefix, accessToken, secretKey))
            .ToArray();

    /// <summary>Sends them.</summary>
    public void Send()
    {
        int next = -1;
        Task.WaitAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < _bodies.Length; i = Interlocked.Increment(ref next))
            {
                using ByteArrayContent content = new(_bodies[i]);
                content.Headers.ContentType = new("application/json");
                using HttpResponseMessage reply = await _client.PostAsync("api/order/sync.json", content).ConfigureAwait(false);
                reply.EnsureSuccessStatusCode();
                await reply.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            }
        })).ToArray());
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static byte[] Body(int from, int to, string prefix, string accessToken, string secretKey)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteStartArray("shipments");
            for (int i = from; i < to; i++)
            {
                WriteShipment(json, SampleOrder.Values(i, prefix).ToDictionary(pair => pair.Name, pair => pair.Value));
            }

            json.WriteEndArray();
            json.WriteString("access_token", accessToken);
            json.WriteString("secret_key", secretKey);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteShipment(Utf8JsonWriter json, Dictionary<string, string> order)
    {
        json.WriteStartObject();
        foreach (string key in Keys)
        {
            if (key == "products")
            {
                WriteProduct(json, order);
            }
            else
            {
                json.WriteString(key, ValueOf(key, order));
            }
        }

        json.WriteEndObject();
    }

    private static void WriteProduct(Utf8JsonWriter json, Dictionary<string, string> order)
    {
        json.WriteStartArray("products");
        json.WriteStartObject();
        foreach (KeyValuePair<string, string> pair in order.Where(pair => pair.Key.StartsWith("product_", StringComparison.Ordinal)))
        {
            json.WriteString(pair.Key, pair.Value);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string ValueOf(string key, Dictionary<string, string> order) =>
        order.TryGetValue(key, out string? value) ? value
        : key == "is_billing_same_as_shipping" ? "yes"
        : key.StartsWith("billing_", StringComparison.Ordinal) && order.TryGetValue(key["billing_".Length..], out value) ? value
        : key.EndsWith("charges", StringComparison.Ordinal) || key.EndsWith("discount", StringComparison.Ordinal) ? "0"
        : key == "advance_amount" && order["payment_mode"] == "Prepaid" ? order["total_amount"]
        : "";
}
