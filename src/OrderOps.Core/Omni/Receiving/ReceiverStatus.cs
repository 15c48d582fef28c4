using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>How a receiver is, as its health page says. Counts are since it started.</summary>
public sealed class ReceiverStatus
{
    private static readonly JsonSerializerSettings Settings = new() { MaxDepth = 8, DateParseHandling = DateParseHandling.None };

    /// <summary><c>ok</c>, or <c>failing</c> after a posting could not be stored.</summary>
    public string Status { get; set; } = "";

    /// <summary>The name of the receiver.</summary>
    public string Receiver { get; set; } = "";

    /// <summary>When it started.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>Postings that were handed to the inbox.</summary>
    public long Received { get; set; }

    /// <summary>Postings that were stored.</summary>
    public long Stored { get; set; }

    /// <summary>Postings whose messageId and body were known.</summary>
    public long DuplicateDeliveries { get; set; }

    /// <summary>Postings whose messageId was known with another body.</summary>
    public long ChangedDeliveries { get; set; }

    /// <summary>Shipments that were known with the same content.</summary>
    public long DuplicateShipments { get; set; }

    /// <summary>Shipments that were known with other content.</summary>
    public long Conflicts { get; set; }

    /// <summary>Bodies that can't be postings.</summary>
    public long Quarantined { get; set; }

    /// <summary>Requests that were refused, by reason.</summary>
    public IDictionary<string, long> Refused { get; set; } = new Dictionary<string, long>();

    /// <summary>The median of the latest commits, in milliseconds.</summary>
    public double CommitMsP50 { get; set; }

    /// <summary>The 99th percentile of the latest commits, in milliseconds.</summary>
    public double CommitMsP99 { get; set; }

    /// <summary>Postings that are stored and not delivered.</summary>
    public long Undelivered { get; set; }

    /// <summary>Seconds that the oldest of them waits; null if none does.</summary>
    public double? OldestUndeliveredSec { get; set; }

    /// <summary>Requests that are being answered.</summary>
    public int InHand { get; set; }

    /// <summary>Asks a receiver.</summary>
    /// <param name="address">Where it listens, without <c>health</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ServiceConfigurationException">No receiver answers there.</exception>
    public static async Task<ReceiverStatus> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using HttpClient client = new(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using HttpResponseMessage response = await client.GetAsync(new Uri(address, ReceiverRoutes.Health), cancellationToken).ConfigureAwait(false);
            string text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
            return JsonConvert.DeserializeObject<ReceiverStatus>(text, Settings) is { Status.Length: > 0 } status ? status : throw NoReceiver(address, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw NoReceiver(address, failure);
        }
    }

    private static ServiceConfigurationException NoReceiver(Uri address, Exception? inner) => new(
        "ReceiverNotFound",
        $"No receiver answers at '{address}'.",
        "Start it with Receive-OmniPosting, or give the -Prefix at which it listens.",
        inner: inner);
}
