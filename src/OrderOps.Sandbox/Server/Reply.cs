using System;
using System.Collections.Generic;

namespace OrderOps.Sandbox.Server;

/// <summary>What will be sent back; faults change it on its way out.</summary>
internal sealed class Reply
{
    public const string Json = "application/json; charset=UTF-8";
    public const string Html = "text/html; charset=UTF-8";

    private string _body = "";

    public int StatusCode { get; set; } = 200;

    public string ContentType { get; set; } = Json;

    /// <summary>The body as text; setting it takes the place of <see cref="Content"/>.</summary>
    public string Body
    {
        get => _body;
        set
        {
            _body = value;
            Content = null;
        }
    }

    /// <summary>The body as bytes, for long ones; it is given back after sending.</summary>
    public ByteBuffer? Content { get; set; }

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>gzip or deflate; used only if the request accepts it.</summary>
    public string? ContentEncoding { get; set; }

    /// <summary>How long the body takes to trickle out.</summary>
    public TimeSpan Drip { get; set; }

    /// <summary>Blanks after the body, in bytes.</summary>
    public long Padding { get; set; }
}
