using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Transport;

/// <summary>Which names on the wire hold secrets and which hold what is personal.</summary>
internal static class FieldNames
{
    /// <summary>For names in running text and forms, where no quotes say where a name begins.</summary>
    public const string SecretPattern = @"[A-Za-z0-9_\-]*(?:token|secret|secret[_\-]?key|password|passwd|pwd|api[_\-]?key|private[_\-]?key|authorization|cookie|credentials?)";

    /// <summary>For names in forms.</summary>
    public const string PersonalPattern = @"(?:[A-Za-z0-9_]*(?:phone|mobile|e_?mail|address)|billing_[a-z0-9_]+|address_[a-z0-9_]+|(?:company_|reseller_|customer_|first_?|last_?|full_?)?name|add[0-9]?)";

    private static readonly string[] SecretEndings =
    {
        "token", "secret", "secretkey", "password", "passwd", "pwd", "apikey", "privatekey", "authorization", "cookie", "credential", "credentials",
    };

    private static readonly string[] PersonalEndings = { "phone", "mobile", "email", "address" };

    private static readonly HashSet<string> PersonalNames = new(StringComparer.Ordinal)
    {
        "name", "companyname", "resellername", "customername", "consigneename", "buyername", "contactname", "recipientname", "shippingname",
        "firstname", "middlename", "lastname", "fullname", "add", "add1", "add2", "add3", "line1", "line2", "line3", "street", "landmark",
    };

    private static readonly HashSet<string> HarmlessHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Accept-Language", "Age", "Allow", "Cache-Control", "CF-Ray", "Connection", "Content-Encoding", "Content-Language",
        "Content-Length", "Content-Type", "Date", "ETag", "Expires", "Host", "Keep-Alive", "Last-Modified", "Pragma", "RateLimit-Limit",
        "RateLimit-Remaining", "RateLimit-Reset", "Request-Id", "Retry-After", "Server", "Transfer-Encoding", "User-Agent", "Vary", "Via",
        "X-Correlation-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id",
    };

    private static readonly HashSet<string> HarmlessQueryNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "page", "page_size", "fields", "ordering", "created_after", "created_before", "updated_after", "status", "region", "locality", "group", "shop", "id", "limit", "offset",
    };

    public static bool IsSecret(string name)
    {
        var plain = Plain(name);
        return SecretEndings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal));
    }

    public static bool IsPersonal(string name)
    {
        var plain = Plain(name);
        return PersonalNames.Contains(plain)
            || plain.StartsWith("billing", StringComparison.Ordinal)
            || plain.StartsWith("address", StringComparison.Ordinal)
            || PersonalEndings.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal));
    }

    public static bool IsHarmlessHeader(string name) => HarmlessHeaders.Contains(name);

    public static bool IsHarmlessQuery(string name) => HarmlessQueryNames.Contains(name);

    private static string Plain(string name) =>
        new(name.Where(static letter => letter is not ('_' or '-' or ' ' or '.')).Select(char.ToLowerInvariant).ToArray());
}
