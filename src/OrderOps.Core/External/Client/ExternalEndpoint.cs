using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>How one operation is called. The vendor's page leaves much of it out: what is a guess says so.</summary>
public sealed class ExternalEndpoint
{
    internal ExternalEndpoint(string operation, string method, string path, bool inferred, params string[] tokens)
    {
        Operation = operation;
        Method = method;
        Path = path;
        IsInferred = inferred;
        Tokens = tokens;
    }

    /// <summary>The operation's name, as in <c>-Endpoint @{ Region = … }</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; private set; }

    /// <summary>The path below the base address; <c>{id}</c> stands for the id that is asked for.</summary>
    public string Path { get; private set; }

    /// <summary>Whether path or method are a guess, for the vendor's page does not show them.</summary>
    public bool IsInferred { get; private set; }

    /// <summary>The names of query values where they differ from ours; a blank one is not sent.</summary>
    public IReadOnlyDictionary<string, string> Query { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Headers that are sent beside the tokens and the language.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    /// <summary>The tokens that are sent, as far as there are any: <c>ApiToken</c>, <c>SiteToken</c>.</summary>
    public IReadOnlyList<string> Tokens { get; private set; }

    /// <summary>How states of orders are written to this operation.</summary>
    public StatusSpelling StatusSpelling { get; private set; }

    /// <summary>The endpoint with some of its settings changed.</summary>
    internal ExternalEndpoint With(
        string? method,
        string? path,
        IReadOnlyDictionary<string, string>? query,
        IReadOnlyDictionary<string, string>? headers,
        IReadOnlyList<string>? tokens,
        StatusSpelling? spelling)
    {
        ExternalEndpoint changed = (ExternalEndpoint)MemberwiseClone();
        changed.Method = method ?? Method;
        changed.Path = path ?? Path;
        changed.IsInferred = IsInferred && path is null;
        changed.Query = query is null ? Query : Merged(Query, query);
        changed.Headers = headers ?? Headers;
        changed.Tokens = tokens ?? Tokens;
        changed.StatusSpelling = spelling ?? StatusSpelling;
        return changed;
    }

    private static Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> defaults, IReadOnlyDictionary<string, string> given)
    {
        Dictionary<string, string> merged = new(System.StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> pair in defaults)
        {
            merged[pair.Key] = pair.Value;
        }

        foreach (KeyValuePair<string, string> pair in given)
        {
            merged[pair.Key] = pair.Value;
        }

        return merged;
    }
}
