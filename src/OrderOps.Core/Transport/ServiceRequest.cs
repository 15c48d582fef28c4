using System;
using System.Collections.Generic;

namespace OrderOps.Transport;

/// <summary>A request to a service.</summary>
public sealed class ServiceRequest
{
    /// <summary>Makes one.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="relativeAddress">Path and query below the base address; a leading slash does not leave the base's path. An absolute address must be on the base's host, as credentials travel with every request.</param>
    /// <param name="repeat">Whether it may be sent again when the first may have arrived.</param>
    public ServiceRequest(string method, string relativeAddress, RepeatPolicy repeat)
    {
        Method = method ?? throw new ArgumentNullException(nameof(method));
        RelativeAddress = relativeAddress ?? throw new ArgumentNullException(nameof(relativeAddress));
        Repeat = repeat;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query below the base address.</summary>
    public string RelativeAddress { get; }

    /// <summary>Whether it may be sent again when the first may have arrived.</summary>
    public RepeatPolicy Repeat { get; }

    /// <summary>The body, if there is one. The trace refers to it, so it must not be changed after sending.</summary>
    public byte[]? Body { get; set; }

    /// <summary>The body's type.</summary>
    public string ContentType { get; set; } = "application/json";

    /// <summary>Headers of this request.</summary>
    public IList<KeyValuePair<string, string>> Headers { get; } = new List<KeyValuePair<string, string>>();

    /// <summary>What people call it, such as <c>batch 3</c>; shown in the trace.</summary>
    public string? Label { get; set; }

    /// <summary>Looks at each reply with a 2xx status; without it every one of them is final.</summary>
    public Func<ServiceReply, ReplyVerdict>? Judge { get; set; }

    /// <summary>Says whether it may still leave; without it, it may.</summary>
    internal IRequestGate? Gate { get; set; }
}
