using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Security;
using System.Text;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.Sandbox.Omni;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>What a command line gives to the sender.</summary>
internal static class PostingInput
{
    /// <summary>Postings of one input: a text, a file, or an object with its raw text. Null if it is none.</summary>
    public static IEnumerable<OutgoingPosting>? Read(PSObject item) => Dictionaries.Unwrap(item) switch
    {
        string text => PostingFile.Split(Encoding.UTF8.GetBytes(text)),
        byte[] body => PostingFile.Split(body),
        FileInfo file => ReadFile(file.FullName),
        _ => Dictionaries.Unwrap(item.Properties["Raw"]?.Value) switch
        {
            string raw => [OutgoingPosting.Of(Encoding.UTF8.GetBytes(raw))],
            byte[] raw => [OutgoingPosting.Of(raw)],
            _ => null,
        },
    };

    public static IEnumerable<OutgoingPosting> ReadFile(string path)
    {
        try
        {
            return PostingFile.Read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ServiceConfigurationException("InputFileNotRead", failure.Message, "Check the path and who may read the file.");
        }
    }

    /// <summary>Headers as texts; a value may be a SecureString.</summary>
    public static Dictionary<string, string> Headers(IDictionary given)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry header in given)
        {
            object? value = Dictionaries.Unwrap(header.Value);
            headers[header.Key.ToString()] = value is SecureString secret ? SecretText.Reveal(secret) : LanguagePrimitives.ConvertTo<string>(value);
        }

        return headers;
    }

    /// <summary>Makes the sender, if it may be sent there.</summary>
    public static OmniSender Sender(OmniOptions options, bool allowUnencrypted)
    {
        foreach (Uri? address in new[] { options.Address, options.CredentialAddress })
        {
            if (address is not null)
            {
                Check(address, allowUnencrypted);
            }
        }

        try
        {
            return new OmniSender(options);
        }
        catch (ArgumentException failure)
        {
            throw new ServiceConfigurationException("HeaderNotUsable", failure.Message, "Give headers as @{ 'X-Api-Key' = $key }.");
        }
    }

    private static void Check(Uri address, bool allowUnencrypted)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            throw new ServiceConfigurationException("AddressNotUsable", $"'{address}' is no http or https address.", "Give the whole address, such as http://127.0.0.1:8085/omni/.");
        }

        if (address.Scheme == "http" && !address.IsLoopback && !allowUnencrypted)
        {
            throw new ServiceConfigurationException(
                "AddressNotEncrypted",
                $"'{address.Host}' is not this machine, and over http its credentials and customers' addresses would travel in clear.",
                "Use https, or say -AllowUnencrypted.");
        }
    }
}
