namespace OrderOps.Sandbox.Server;

/// <summary>The first line of a request, and its path as the service behind the first segment sees it.</summary>
internal readonly struct RequestHead(string method, string path, string relativePath)
{
    public string Method { get; } = method;

    public string Path { get; } = path;

    public string RelativePath { get; } = relativePath;
}
