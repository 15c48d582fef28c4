using System;
using System.Collections.Generic;
using System.Text;

namespace OrderOps.Sandbox;

/// <summary>A request as it arrived, with the status that answered it.</summary>
public sealed class RecordedRequest
{
    private readonly byte[] _body;

    internal RecordedRequest(
        string method,
        string path,
        byte[] body,
        IReadOnlyDictionary<string, string> headers,
        DateTimeOffset receivedAt,
        int statusCode)
    {
        Method = method;
        Path = path;
        _body = body;
        Headers = headers;
        ReceivedAt = receivedAt;
        StatusCode = statusCode;
    }

    /// <summary>GET, POST and so on.</summary>
    public string Method { get; }

    /// <summary>The path and query, from the first slash.</summary>
    public string Path { get; }

    /// <summary>The body, read as UTF-8. It is kept as bytes and decoded at each call.</summary>
    public string Body => Encoding.UTF8.GetString(_body);

    /// <summary>The headers; names are found without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>When the whole request had arrived, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The HTTP status of the answer; 0 when the connection was cut without one.</summary>
    public int StatusCode { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} -> {StatusCode}";
}
