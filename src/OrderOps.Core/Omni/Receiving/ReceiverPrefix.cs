using System;
using System.Net;
using System.Runtime.InteropServices;
using OrderOps.Outcomes;

namespace OrderOps.Omni;

/// <summary>The address at which a receiver listens, as <c>http://127.0.0.1:8085/omni/</c>.</summary>
internal sealed class ReceiverPrefix
{
    private ReceiverPrefix(string scheme, string host, int port, string path)
    {
        Scheme = scheme;
        Host = host;
        Port = port;
        Path = path;
        Address = new Uri(FormattableString.Invariant($"{scheme}://{(IsAnyHost(host) ? "127.0.0.1" : host)}:{port}{path}"));
    }

    /// <summary><c>http</c>, or <c>https</c> where Windows holds the certificate.</summary>
    public string Scheme { get; }

    /// <summary>The host; <c>+</c> and <c>*</c> stand for all addresses of this machine.</summary>
    public string Host { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The path, with a slash at both ends.</summary>
    public string Path { get; }

    /// <summary>Where it is reached from this machine.</summary>
    public Uri Address { get; }

    /// <summary>Whether only this machine reaches it.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// What HttpListener is told. Windows shares a port among programs by path and answers 404 for the rest; elsewhere
    /// the listener is alone on its port, and would answer other paths with 400 "Invalid host".
    /// </summary>
    public string Listened => FormattableString.Invariant($"{Scheme}://{Host}:{Port}{(RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Path : "/")}");

    /// <summary>Reads a prefix.</summary>
    /// <exception cref="ServiceConfigurationException">It is none, or one that other machines reach without leave.</exception>
    public static ReceiverPrefix Read(string text, bool allowRemote)
    {
        int hostAt = text.IndexOf("://", StringComparison.Ordinal) + 3;
        string scheme = hostAt < 3 ? "" : text.Substring(0, hostAt - 3).ToLowerInvariant();
        int slash = hostAt < 3 ? -1 : text.IndexOf('/', hostAt);
        string authority = hostAt < 3 ? "" : slash < 0 ? text.Substring(hostAt) : text.Substring(hostAt, slash - hostAt);
        string path = slash < 0 ? "/" : text.Substring(slash);
        if (scheme is not ("http" or "https") || authority.Length == 0 || path.IndexOfAny(['?', '#', '%', ' ']) >= 0 || path.Contains("//") || authority.Contains("@"))
        {
            throw Wrong(text);
        }

        // Uri knows ports and IPv6, but no '+' and '*'.
        char wild = authority[0] is '+' or '*' ? authority[0] : '\0';
        if (!Uri.TryCreate($"{scheme}://{(wild == '\0' ? authority : "wild" + authority.Substring(1))}{path}", UriKind.Absolute, out Uri? uri) || uri.Port <= 0
            || (wild != '\0' && uri.Host != "wild"))
        {
            throw Wrong(text);
        }

        string folder = uri.AbsolutePath.EndsWith("/", StringComparison.Ordinal) ? uri.AbsolutePath : uri.AbsolutePath + "/";
        ReceiverPrefix prefix = new(scheme, wild == '\0' ? uri.Host.ToLowerInvariant() : wild.ToString(), uri.Port, folder);
        if (!prefix.IsLoopback && !allowRemote)
        {
            throw new ServiceConfigurationException(
                "ReceiverAddressIsWide",
                $"Other machines would reach '{text}'.",
                "Listen on 127.0.0.1 behind a reverse proxy, which does TLS, header deadlines and connection caps; or give -AllowRemote as well.");
        }

        return prefix;
    }

    /// <summary>What a path means: the part after the prefix, blank for the prefix itself, null outside of it.</summary>
    public string? Below(string path)
    {
        if (path.StartsWith(Path, StringComparison.Ordinal))
        {
            return path.Substring(Path.Length);
        }

        return path.Length == Path.Length - 1 && Path.StartsWith(path, StringComparison.Ordinal) ? "" : null;
    }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Scheme}://{Host}:{Port}{Path}");

    private static bool IsAnyHost(string host) => host is "+" or "*";

    private static ServiceConfigurationException Wrong(string text) => new(
        "ReceiverPrefixInvalid",
        $"'{text}' is no address to listen at.",
        "Give it as http://127.0.0.1:8085/omni/: scheme, host, port and a path without query, escapes and blanks.");
}
