using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>
/// The headers that postings carry. After a 401 the <i>Get Credential</i> address is asked once, whatever the number of
/// postings that were refused at the time, and what it answers is sent from then on (vendor page).
/// </summary>
internal sealed class HeaderCredentials : IDisposable
{
    private readonly Uri? _address;
    private readonly SemaphoreSlim _asking = new(1, 1);
    private IReadOnlyList<KeyValuePair<string, string>> _current;
    private int _requests;

    public HeaderCredentials(IReadOnlyDictionary<string, string> given, Uri? address)
    {
        _current = given.ToArray();
        _address = address;
    }

    public int Requests => Volatile.Read(ref _requests);

    public IReadOnlyList<KeyValuePair<string, string>> Current => Volatile.Read(ref _current);

    /// <exception cref="ArgumentException">A name or a value can't be that of a header; the message holds no value.</exception>
    public static void Check(IReadOnlyDictionary<string, string> headers)
    {
        using HttpRequestMessage request = new();
        foreach (KeyValuePair<string, string> header in headers)
        {
            if (header.Value.IndexOfAny(['\r', '\n']) >= 0 || !request.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                throw new ArgumentException($"'{header.Key}' can't be sent as a header of a request.");
            }
        }
    }

    /// <summary>Gets newer ones than those that were refused.</summary>
    /// <returns>Whether there are any.</returns>
    public async Task<bool> RenewAsync(IReadOnlyList<KeyValuePair<string, string>> refused, HttpClient client, CancellationToken cancellation)
    {
        if (_address is null)
        {
            return false;
        }

        await _asking.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!ReferenceEquals(refused, Current))
            {
                return true;
            }

            Interlocked.Increment(ref _requests);
            using HttpResponseMessage reply = await client.GetAsync(_address, cancellation).ConfigureAwait(false);
            if (!reply.IsSuccessStatusCode || PostingJson.TryParse(await reply.Content.ReadAsByteArrayAsync().ConfigureAwait(false)) is not { } pairs)
            {
                return false;
            }

            Volatile.Write(ref _current, pairs.Properties()
                .Where(pair => pair.Value is JValue { Type: not JTokenType.Null })
                .Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value.ToString()))
                .ToArray());
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();
}
