using System;
using OrderOps.Outcomes;

namespace OrderOps.Transport;

/// <summary>The base address of a service.</summary>
public static class ServiceAddress
{
    private static readonly char[] QueryOrFragment = { '?', '#' };

    private const string Example = "Give an address such as https://host.example/path/.";

    /// <summary>Reads a base address. It may carry a path and always ends with a slash.</summary>
    /// <param name="text">What somebody typed.</param>
    /// <param name="allowUnencrypted">Whether http is allowed for other hosts than this machine.</param>
    /// <exception cref="ServiceConfigurationException">It can't be used; the message says why and the action what to do.</exception>
    public static Uri Parse(string text, bool allowUnencrypted)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            throw Refused("The base address is empty.", Example);

        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var address))
            throw Refused($"The base address '{Shown(trimmed!)}' is not an absolute address.", Example);

        return Check(address, allowUnencrypted);
    }

    /// <summary>Checks a base address and gives it back with a slash at its end.</summary>
    /// <param name="address">The address.</param>
    /// <param name="allowUnencrypted">Whether http is allowed for other hosts than this machine.</param>
    /// <exception cref="ServiceConfigurationException">It can't be used; the message says why and the action what to do.</exception>
    public static Uri Check(Uri address, bool allowUnencrypted)
    {
        if (address is null)
            throw new ArgumentNullException(nameof(address));
        if (!address.IsAbsoluteUri)
            throw Refused($"The base address '{Shown(address.OriginalString)}' is not an absolute address.", Example);

        var plain = address.Scheme == Uri.UriSchemeHttp;
        if (!plain && address.Scheme != Uri.UriSchemeHttps)
            throw Refused($"The base address '{Shown(address.OriginalString)}' is not an http or https address.", Example);
        if (address.Host.Length == 0)
            throw Refused($"The base address '{Shown(address.OriginalString)}' names no host.", Example);
        if (address.UserInfo.Length > 0)
            throw Refused($"The base address of host '{address.Host}' holds a user name or a password.", "Leave out what stands before the @ and pass credentials by the parameters made for them.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw Refused($"The base address '{address.GetLeftPart(UriPartial.Path)}' is followed by a query or a fragment.", "Leave out everything from the ? or # on.");
        if (plain && !address.IsLoopback && !allowUnencrypted)
        {
            throw new ServiceConfigurationException(
                "BaseUriUnencrypted",
                $"The base address '{address.GetLeftPart(UriPartial.Path)}' is not encrypted, and credentials travel with every request.",
                "Use https, or pass -AllowUnencrypted if nobody else can listen on that network.");
        }

        return address.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? address : new Uri(address.GetLeftPart(UriPartial.Path) + "/");
    }

    /// <summary>Where a request goes: below the base, or on the base's own host.</summary>
    /// <exception cref="ServiceConfigurationException">It would leave the base's host.</exception>
    internal static Uri Combine(Uri baseAddress, string relative)
    {
        var isAbsolute = relative.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || relative.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isAbsolute)
            return new Uri(baseAddress.GetLeftPart(UriPartial.Path) + relative.TrimStart('/'));

        // Services behind a TLS proxy are known to hand out their own http addresses as the next page.
        if (!Uri.TryCreate(relative, UriKind.Absolute, out var target))
            throw Refused($"'{Shown(relative)}' is not an address.", Example);
        if (!string.Equals(target.Host, baseAddress.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceConfigurationException(
                "AddressOnOtherHost",
                $"A request to host '{target.Host}' was refused: the connection's credentials are for '{baseAddress.Host}' only.",
                "If the service moved, set the connection's base address to the new host.");
        }

        return new Uri(baseAddress, target.PathAndQuery);
    }

    // A mistyped address can hold a password or a token.
    private static string Shown(string text)
    {
        var end = text.IndexOfAny(QueryOrFragment);
        var shown = end < 0 ? text : text.Substring(0, end);
        var at = shown.LastIndexOf('@');
        return at < 0 ? shown : "REDACTED@" + shown.Substring(at + 1);
    }

    private static ServiceConfigurationException Refused(string message, string action) =>
        new("BaseUriInvalid", message, action);
}
