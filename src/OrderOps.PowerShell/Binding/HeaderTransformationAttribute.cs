using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security;

namespace OrderOps.PowerShell.Binding;

/// <summary>Takes headers with secret values as one hashtable or several, and keeps the values as SecureStrings from there on.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class HeaderTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Dictionaries.Unwrap(inputData) switch
        {
            IDictionary one => new IDictionary[] { Protected(one) },
            IEnumerable several and not string => several.Cast<object?>().Select(static item => Dictionaries.Unwrap(item) as IDictionary ?? throw Wrong()).Select(Protected).ToArray(),
            _ => throw Wrong(),
        };

    /// <summary>The headers of a set, with their values in clear.</summary>
    internal static IReadOnlyCollection<KeyValuePair<string, string>> Reveal(IDictionary headers) =>
        headers.Cast<DictionaryEntry>().Select(static header => new KeyValuePair<string, string>((string)header.Key, SecretText.Reveal((SecureString)header.Value!))).ToList();

    private static IDictionary Protected(IDictionary headers)
    {
        Hashtable kept = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry header in headers)
        {
            kept[Convert.ToString(Dictionaries.Unwrap(header.Key), CultureInfo.InvariantCulture) ?? ""] = Dictionaries.Unwrap(header.Value) switch
            {
                SecureString secure => secure,
                string text => SecretText.Protect(text),
                PSCredential credential => credential.Password,
                IFormattable number => SecretText.Protect(number.ToString(null, CultureInfo.InvariantCulture)),
                _ => throw Wrong(),
            };
        }

        return kept;
    }

    // The values stay out of the message.
    private static ArgumentTransformationMetadataException Wrong() =>
        new("Headers are given as @{ 'X-Api-Key' = $secret }, or several of these, with strings or SecureStrings as values.");
}
