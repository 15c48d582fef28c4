using System;
using System.Collections.Generic;
using System.Globalization;

namespace OrderOps.Sandbox.Server;

/// <summary>A request off the wire: its head, and later its body.</summary>
internal sealed class IncomingRequest
{
    private IncomingRequest(string method, string target, Version version, Dictionary<string, string> headers)
    {
        Method = method;
        Target = target;
        Headers = headers;
        IsChunked = Header("Transfer-Encoding")?.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) == true;
        ContentLength = Header("Content-Length") is { } length ? int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        ExpectsContinue = string.Equals(Header("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase);
        KeepsAlive = version >= new Version(1, 1) && !string.Equals(Header("Connection"), "close", StringComparison.OrdinalIgnoreCase);
    }

    public string Method { get; }

    /// <summary>Path and query, from the first slash.</summary>
    public string Target { get; }

    public Dictionary<string, string> Headers { get; }

    public int ContentLength { get; }

    public bool IsChunked { get; }

    public bool ExpectsContinue { get; }

    public bool KeepsAlive { get; }

    public byte[] Body { get; set; } = [];

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Reads everything above the blank line.</summary>
    /// <exception cref="FormatException">It is not HTTP/1.</exception>
    public static IncomingRequest Parse(string head)
    {
        var lines = head.Split(["\r\n"], StringSplitOptions.RemoveEmptyEntries);
        var first = lines.Length > 0 ? lines[0].Split(' ') : [];
        if (first.Length != 3 || !first[2].StartsWith("HTTP/1.", StringComparison.Ordinal))
            throw new FormatException("The first line is not that of an HTTP/1 request.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':');
            if (colon <= 0)
                throw new FormatException("A header has no name.");
            var name = lines[i].Substring(0, colon);
            var value = lines[i].Substring(colon + 1).Trim();
            headers[name] = headers.TryGetValue(name, out var earlier) ? earlier + ", " + value : value;
        }

        return new(first[0], Path(first[1]), new Version(first[2].Substring(5)), headers);
    }

    // A client that takes this server for its proxy names the whole address.
    private static string Path(string target)
    {
        if (target.StartsWith("/", StringComparison.Ordinal))
            return target;
        return Uri.TryCreate(target, UriKind.Absolute, out var address) ? address.PathAndQuery : "/";
    }
}
