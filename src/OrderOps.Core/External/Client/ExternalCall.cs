using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>One call of an endpoint, with its address and headers.</summary>
internal sealed class ExternalCall
{
    private readonly ExternalConnection _connection;

    public ExternalCall(ExternalConnection connection, string operation, string? id = null)
    {
        _connection = connection;
        Endpoint = connection.Endpoints[operation];
        Id = id;
        Address = Endpoint.Path.Replace("{id}", Uri.EscapeDataString(id ?? ""));
        IdIsInPath = Endpoint.Path.Contains("{id}");
    }

    public ExternalEndpoint Endpoint { get; }

    /// <summary>The id that is asked for, if one is.</summary>
    public string? Id { get; }

    /// <summary>Path and query below the base address, or the whole address of a further page.</summary>
    public string Address { get; private set; }

    public bool IdIsInPath { get; }

    /// <summary>The tokens that are sent, by the names of their headers.</summary>
    public IReadOnlyList<string> SentTokens => Tokens().Select(token => token.Header).ToArray();

    /// <summary>Adds a value to the query; a comma joins several.</summary>
    public ExternalCall Ask(string name, params string[] values)
    {
        string wire = Endpoint.Query.TryGetValue(name, out string? given) ? given : ExternalQuery.WireNames[name];
        if (wire.Length > 0)
        {
            string separator = Address.Contains('?') ? "&" : "?";
            Address += separator + Uri.EscapeDataString(wire) + "=" + string.Join(",", values.Select(Uri.EscapeDataString));
        }

        return this;
    }

    /// <summary>The same call at another address.</summary>
    public ExternalCall At(string address)
    {
        ExternalCall other = (ExternalCall)MemberwiseClone();
        other.Address = address;
        return other;
    }

    public ServiceRequest Request(RepeatPolicy repeat, string label, byte[]? body = null)
    {
        ServiceRequest request = new(Endpoint.Method, Address, repeat) { Body = body, Label = label };
        request.Headers.Add(new("Accept", "application/json"));
        if (_connection.Language is { } language)
        {
            request.Headers.Add(new("Accept-Language", language));
        }

        foreach (KeyValuePair<string, string> header in Endpoint.Headers)
        {
            request.Headers.Add(header);
        }

        foreach ((string header, Secret token) in Tokens())
        {
            request.Headers.Add(new(header, token.Reveal()));
        }

        return request;
    }

    private IEnumerable<(string Header, Secret Token)> Tokens()
    {
        if (_connection.ApiToken is { } api && Endpoint.Tokens.Contains(ExternalEndpoints.ApiToken, StringComparer.OrdinalIgnoreCase))
        {
            yield return ("API-Token", api);
        }

        if (_connection.SiteToken is { } site && Endpoint.Tokens.Contains(ExternalEndpoints.SiteToken, StringComparer.OrdinalIgnoreCase))
        {
            yield return ("token", site);
        }
    }
}
