using System.Collections.Generic;

namespace OrderOps.Sandbox.Server;

/// <summary>The first line and the headers of a request, and its path as the service behind the first segment sees it.</summary>
internal readonly struct RequestHead(string method, string path, string relativePath, IReadOnlyDictionary<string, string> headers)
{
    public string Method { get; } = method;

    public string Path { get; } = path;

    public string RelativePath { get; } = relativePath;

    /// <summary>Names are found without regard to case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = headers;

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
