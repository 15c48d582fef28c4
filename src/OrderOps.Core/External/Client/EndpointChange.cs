using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.External;

/// <summary>Reads what a connection says about one endpoint. What it can't mean is refused, so that nothing is set in vain.</summary>
internal static class EndpointChange
{
    private static readonly string[] Settings = ["Path", "Method", "Query", "Headers", "Tokens", "StatusSpelling"];
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public static ExternalEndpoint Apply(ExternalEndpoint endpoint, object? change)
    {
        if (change is string path)
        {
            return endpoint.With(null, Path(endpoint, path), null, null, null, null);
        }

        Dictionary<string, object?> given = Pairs(change)
            ?? throw Refuse($"The endpoint '{endpoint.Operation}' is given as a {change?.GetType().Name ?? "null"}.", $"Give a path, or a hashtable: @{{ {endpoint.Operation} = @{{ Path = '/external/…/' }} }}.");
        foreach (string name in given.Keys)
        {
            if (!Settings.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Refuse($"The endpoint '{endpoint.Operation}' has no setting '{name}'.", $"Use one of {string.Join(", ", Settings)}.");
            }
        }

        return endpoint.With(
            given.TryGetValue("Method", out object? method) ? Method(endpoint, method) : null,
            given.TryGetValue("Path", out object? text) ? Path(endpoint, InputText.From(text) ?? "") : null,
            given.TryGetValue("Query", out object? query) ? Query(endpoint, query) : null,
            given.TryGetValue("Headers", out object? headers) ? Texts(endpoint, "Headers", headers) : null,
            given.TryGetValue("Tokens", out object? tokens) ? Tokens(endpoint, tokens) : null,
            given.TryGetValue("StatusSpelling", out object? spelling) ? Spelling(endpoint, spelling) : null);
    }

    public static ServiceConfigurationException Refuse(string message, string action) => new(ExternalErrors.EndpointInvalid, message, action);

    private static string Path(ExternalEndpoint endpoint, string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains("://") || path.Contains('#'))
        {
            throw Refuse($"The path '{path}' of the endpoint '{endpoint.Operation}' is none.", "Give a path below the base address, such as /external/regions/; the host is said by the connection.");
        }

        if (endpoint.Path.Contains("{id}") && !path.Contains("{id}"))
        {
            throw Refuse($"The path '{path}' of the endpoint '{endpoint.Operation}' has no place for the id.", "Write {id} where the id belongs.");
        }

        return path.Trim();
    }

    private static string Method(ExternalEndpoint endpoint, object? method)
    {
        string given = (InputText.From(method) ?? "").ToUpperInvariant();
        return Methods.Contains(given, StringComparer.Ordinal)
            ? given
            : throw Refuse($"The endpoint '{endpoint.Operation}' can't have the method '{given}'.", $"Use one of {string.Join(", ", Methods)}.");
    }

    private static Dictionary<string, string> Query(ExternalEndpoint endpoint, object? query)
    {
        Dictionary<string, string> names = Texts(endpoint, "Query", query);
        foreach (string name in names.Keys)
        {
            if (!ExternalQuery.WireNames.ContainsKey(name))
            {
                throw Refuse($"The endpoint '{endpoint.Operation}' has no query value '{name}'.", $"Use one of {string.Join(", ", ExternalQuery.WireNames.Keys)}, each with the name that it has on the wire, or with '' where it is not to be sent.");
            }
        }

        return names;
    }

    private static string[] Tokens(ExternalEndpoint endpoint, object? tokens)
    {
        string[] names = tokens is IEnumerable list and not string
            ? list.Cast<object?>().Select(name => InputText.From(name) ?? "").ToArray()
            : [InputText.From(tokens) ?? ""];
        foreach (string name in names)
        {
            if (!ExternalEnvironment.Service.Credentials.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Refuse($"The endpoint '{endpoint.Operation}' can't be sent a token '{name}'.", $"Use {string.Join(", ", ExternalEnvironment.Service.Credentials)} or both.");
            }
        }

        return names;
    }

    private static StatusSpelling Spelling(ExternalEndpoint endpoint, object? spelling) =>
        Enum.TryParse(InputText.From(spelling), ignoreCase: true, out StatusSpelling known) && Enum.IsDefined(typeof(StatusSpelling), known)
            ? known
            : throw Refuse($"The endpoint '{endpoint.Operation}' knows no spelling '{spelling}'.", $"Use {nameof(StatusSpelling.Underscored)} or {nameof(StatusSpelling.Joined)}.");

    private static Dictionary<string, string> Texts(ExternalEndpoint endpoint, string setting, object? value)
    {
        Dictionary<string, object?> pairs = Pairs(value)
            ?? throw Refuse($"The setting {setting} of the endpoint '{endpoint.Operation}' is no table of names and values.", $"Give a hashtable: @{{ {setting} = @{{ name = 'value' }} }}.");
        return pairs.ToDictionary(pair => pair.Key, pair => InputText.From(pair.Value) ?? "", StringComparer.OrdinalIgnoreCase);
    }

    private static Dictionary<string, object?>? Pairs(object? value)
    {
        IEnumerable<KeyValuePair<string, object?>>? pairs = value switch
        {
            IReadOnlyDictionary<string, object?> typed => typed,
            IDictionary dictionary => dictionary.Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, object?>(InputText.From(entry.Key) ?? "", entry.Value)),
            _ => null,
        };
        if (pairs is null)
        {
            return null;
        }

        Dictionary<string, object?> read = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, object?> pair in pairs)
        {
            read[pair.Key] = pair.Value;
        }

        return read;
    }
}
