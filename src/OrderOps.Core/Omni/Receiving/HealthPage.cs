using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using Newtonsoft.Json;

namespace OrderOps.Omni;

/// <summary>What <c>GET …/health</c> answers: how the receiver is, in numbers. No secret and no personal data.</summary>
internal sealed class HealthPage
{
    private readonly IPostingSink _sink;
    private readonly ReceiverCounts _counts;
    private readonly InHand _inHand;
    private readonly DateTimeOffset _since;
    private int _failing;

    public HealthPage(IPostingSink sink, ReceiverCounts counts, InHand inHand, TimeProvider time)
    {
        _sink = sink;
        _counts = counts;
        _inHand = inHand;
        _since = time.GetUtcNow();
    }

    /// <summary>Told whether a posting could be stored.</summary>
    public void Stored(bool succeeded) => Volatile.Write(ref _failing, succeeded ? 0 : 1);

    /// <summary>200 while postings can be stored; 503 after one could not, or where the inbox can't be read.</summary>
    public ReceiverAnswer Answer()
    {
        IReadOnlyList<KeyValuePair<string, object?>> counters = Counters(out bool unreadable);
        bool failing = unreadable || Volatile.Read(ref _failing) != 0;
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using (JsonTextWriter json = new(text) { DateFormatHandling = DateFormatHandling.IsoDateFormat })
        {
            json.WriteStartObject();
            Write(json, "status", failing ? "failing" : "ok");
            Write(json, "since", _since.ToString("o", CultureInfo.InvariantCulture));
            foreach (KeyValuePair<string, object?> counter in counters)
            {
                Write(json, counter.Key, counter.Value);
            }

            Write(json, "inHand", _inHand.Requests);
            json.WritePropertyName("refused");
            json.WriteStartObject();
            foreach (KeyValuePair<string, long> refused in _counts.Refused)
            {
                Write(json, refused.Key, refused.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return ReceiverAnswer.Ok(text.ToString(), failing ? 503 : 200);
    }

    // Who asks wants to hear that the store can't be read, and not nothing.
    private IReadOnlyList<KeyValuePair<string, object?>> Counters(out bool unreadable)
    {
        unreadable = false;
        try
        {
            return _sink.Counters;
        }
#pragma warning disable CA1031 // Whatever keeps them from being read, that is the answer.
        catch (Exception)
#pragma warning restore CA1031
        {
            unreadable = true;
            return [];
        }
    }

    private static void Write(JsonTextWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
