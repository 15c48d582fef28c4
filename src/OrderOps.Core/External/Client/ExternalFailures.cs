using System;
using System.Linq;
using OrderOps.Outcomes;
using OrderOps.Transport;

namespace OrderOps.External;

/// <summary>What ends a command: the configuration or the credentials are wrong, and no further request can fare better.</summary>
internal static class ExternalFailures
{
    /// <summary>Whether a reply shows that it is the configuration or the credentials.</summary>
    /// <param name="reply">A reply that counts.</param>
    /// <param name="call">What was called.</param>
    /// <param name="redact">Takes secrets out of words that are shown.</param>
    /// <param name="missingIsAnswer">Whether 404 with JSON is an answer about what was asked for.</param>
    /// <returns>The failure; nothing where it is none of these.</returns>
    public static ServiceConfigurationException? Of(ServiceReply reply, ExternalCall call, Func<string, string> redact, bool missingIsAnswer)
    {
        int status = reply.StatusCode ?? 0;
        if (status is 401 or 403)
        {
            return Credentials(reply, call, redact);
        }

        bool wrongPlace = status is 405 or (>= 300 and < 400)
            || (status == 404 && !(missingIsAnswer && ErrorBody.IsJson(reply)))
            || (status is not (400 or 413 or 422) && ErrorBody.IsHtml(reply));
        return wrongPlace ? Address(reply, call, redact) : null;
    }

    private static ServiceConfigurationException Credentials(ServiceReply reply, ExternalCall call, Func<string, string> redact)
    {
        string[] sent = call.SentTokens.ToArray();
        string[] missing = call.Endpoint.Tokens
            .Select(token => (Header: string.Equals(token, ExternalEndpoints.ApiToken, StringComparison.OrdinalIgnoreCase) ? "API-Token" : "token", Name: token))
            .Where(token => !sent.Contains(token.Header))
            .Select(token => $"{token.Header} (-{token.Name})")
            .ToArray();
        string was = sent.Length == 0 ? "No token was sent" : $"Sent was {string.Join(" and ", sent)}";
        string wasNot = missing.Length == 0 ? "" : $"; not given {(missing.Length == 1 ? "is" : "are")} {string.Join(" and ", missing)}";
        string words = ErrorBody.Read(reply, redact).Message;
        string action = missing.Length == 0
            ? "Check that the tokens are those of this host and have not been replaced."
            : "Give -ApiToken and -SiteToken, a connection that holds them (Set-OrderOpsConnection), or ORDEROPS_EXTERNAL_APITOKEN and ORDEROPS_EXTERNAL_SITETOKEN.";
        return new ServiceConfigurationException(
            ExternalErrors.CredentialsRefused,
            FormattableString.Invariant($"ECOM.md refused the credentials (HTTP {reply.StatusCode}). {was}{wasNot}. {words}").TrimEnd(),
            action,
            credentials: true);
    }

    private static ServiceConfigurationException Address(ServiceReply reply, ExternalCall call, Func<string, string> redact)
    {
        string path = call.Address.Split('?')[0];
        string words = ErrorBody.IsHtml(reply) ? "the answer was an HTML page" : ErrorBody.Read(reply, redact).Message;
        string target = reply.Headers.TryGetValue("Location", out string? location) && reply.StatusCode is >= 300 and < 400
            ? $" (a redirect to {location.Split('?')[0]}, which is not followed)"
            : "";
        string guess = call.Endpoint.IsInferred ? " The path is a guess, for the vendor's page does not show it." : "";
        return new ServiceConfigurationException(
            ExternalErrors.AddressWrong,
            FormattableString.Invariant($"{call.Endpoint.Method} {path} is not the operation {call.Endpoint.Operation} of this host: HTTP {reply.StatusCode}{target}. {Capital(words)}").Trim() + guess,
            $"Check -BaseUri, and say how this host calls the operation: -Endpoint @{{ {call.Endpoint.Operation} = @{{ Path = '/external/…/' }} }}.");
    }

    private static string Capital(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words.Substring(1).TrimEnd('.') + ".";
}
