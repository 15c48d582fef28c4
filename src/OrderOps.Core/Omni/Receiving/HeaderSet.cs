using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>
/// Headers with secret values, all of which a request has to carry (vendor page: static key/value pairs, set in
/// Increff's settings). It keeps digests only, and compares in a time that tells nothing about the values.
/// </summary>
internal sealed class HeaderSet
{
    private readonly KeyValuePair<string, byte[]>[] _digests;

    private HeaderSet(KeyValuePair<string, byte[]>[] digests) => _digests = digests;

    /// <summary>Makes one.</summary>
    /// <exception cref="ServiceConfigurationException">There is no header, or a name or value can't be a header's.</exception>
    public static HeaderSet Of(IReadOnlyCollection<KeyValuePair<string, string>> headers)
    {
        if (headers.Count == 0)
        {
            throw Wrong("A set of headers without a header lets everybody in.");
        }

        return new(headers.Select(static header => new KeyValuePair<string, byte[]>(Name(header.Key), Digest(Value(header)))).ToArray());
    }

    /// <summary>Whether a request carries all of them.</summary>
    /// <param name="header">The value of a header of the request, null where it has none.</param>
    public bool Matches(Func<string, string?> header)
    {
        int difference = 0;
        foreach (KeyValuePair<string, byte[]> expected in _digests)
        {
            byte[] given = Digest(header(expected.Key) ?? "");
            for (int i = 0; i < given.Length; i++)
            {
                difference |= given[i] ^ expected.Value[i];
            }
        }

        return difference == 0;
    }

    /// <summary>Whether a request carries all headers of any set. Every set is looked at, whichever fits.</summary>
    public static bool AnyMatches(IEnumerable<HeaderSet> sets, Func<string, string?> header)
    {
        bool any = false;
        foreach (HeaderSet set in sets)
        {
            any |= set.Matches(header);
        }

        return any;
    }

    private static byte[] Digest(string value)
    {
        using SHA256 sha = SHA256.Create();
        return sha.ComputeHash(Encoding.UTF8.GetBytes(value));
    }

    private static string Name(string name) =>
        name.Length > 0 && name.All(static c => c is > ' ' and < '\x7f' && "()<>@,;:\\\"/[]?={}".IndexOf(c) < 0)
            ? name
            : throw Wrong($"'{name}' can't be the name of a header.");

    // The value stays out of the message.
    private static string Value(KeyValuePair<string, string> header) =>
        header.Value.Length > 0 && header.Value.All(static c => c is >= ' ' and < '\x7f') && header.Value.Trim().Length == header.Value.Length
            ? header.Value
            : throw Wrong($"The value of header '{header.Key}' is empty, has blanks around it, or has characters that a header can't carry.");

    private static ServiceConfigurationException Wrong(string message) => new(
        "ReceiverHeaderInvalid",
        message,
        "Give -Header @{ 'X-Api-Key' = $secret } with the pairs that are set in Omni, or -AllowAnonymous if the reverse proxy checks them.",
        credentials: true);
}
