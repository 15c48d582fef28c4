using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;

namespace OrderOps.Omni;

/// <summary>Makes the values that the Get Credential address hands out, and knows which are still good. It keeps them in memory only.</summary>
internal sealed class CredentialIssuer
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly CredentialOffer _offer;
    private readonly TimeProvider _time;
    private readonly Queue<DateTimeOffset> _calls = new();
    private List<Issued> _issued = new();

    public CredentialIssuer(CredentialOffer offer, TimeProvider time)
    {
        _offer = offer;
        _time = time;
    }

    /// <summary>The name of the header.</summary>
    public string Header => _offer.Header;

    /// <summary>Hands out the value of now.</summary>
    /// <param name="remote">Who asks.</param>
    /// <returns>The value, or null if it was asked for too often.</returns>
    public string? HandOut(string? remote)
    {
        DateTimeOffset now = _time.GetUtcNow();
        string? value = null;
        string outcome = "RateLimited";
        lock (_gate)
        {
            if (MayCall(now))
            {
                bool isNew = _issued.Count == 0 || now >= _issued[_issued.Count - 1].At + _offer.Lifetime;
                if (isNew)
                {
                    string made = NewValue();
                    _issued = Good(now).Append(new Issued(made, HeaderSet.Of([new(_offer.Header, made)]), now)).ToList();
                }

                value = _issued[_issued.Count - 1].Value;
                outcome = isNew ? "Rotated" : "HandedOut";
            }
        }

        _offer.Audit(new CredentialCall(now, remote, outcome));
        return value;
    }

    /// <summary>Whether a request carries a value that was handed out and is still good.</summary>
    public bool Matches(Func<string, string?> header)
    {
        DateTimeOffset now = _time.GetUtcNow();
        lock (_gate)
        {
            return HeaderSet.AnyMatches(Good(now).Select(static issued => issued.Headers), header);
        }
    }

    private IEnumerable<Issued> Good(DateTimeOffset now) => _issued.Where(issued => now < issued.At + _offer.Lifetime + _offer.Overlap);

    private bool MayCall(DateTimeOffset now)
    {
        while (_calls.Count > 0 && _calls.Peek() <= now - Minute)
        {
            _calls.Dequeue();
        }

        if (_calls.Count >= _offer.PerMinute)
        {
            return false;
        }

        _calls.Enqueue(now);
        return true;
    }

    private static string NewValue()
    {
        byte[] bytes = new byte[32];
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return BitConverter.ToString(bytes).Replace("-", "").ToLowerInvariant();
    }

    private sealed record Issued(string Value, HeaderSet Headers, DateTimeOffset At)
    {
        // The generated one would print the value.
        public override string ToString() => "a value of " + At.ToString("o", System.Globalization.CultureInfo.InvariantCulture);
    }
}
