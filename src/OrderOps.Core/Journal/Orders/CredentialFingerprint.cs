using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace OrderOps.Journal;

/// <summary>Names an account by its credentials without telling them: without the journal's key nobody can try guesses.</summary>
internal static class CredentialFingerprint
{
    /// <summary>A key for a new journal.</summary>
    public static byte[] NewKey()
    {
        byte[] key = new byte[32];
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        random.GetBytes(key);
        return key;
    }

    /// <summary>The name: <c>key:</c> and 16 hexadecimal digits.</summary>
    /// <param name="key">The journal's key.</param>
    /// <param name="secrets">The credentials, each with its length before it, so that two can't read as one.</param>
    public static string Of(byte[] key, IReadOnlyList<string> secrets)
    {
        using MemoryStream all = new();
        foreach (string secret in secrets)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(secret);
            all.Write(BitConverter.GetBytes(bytes.Length), 0, sizeof(int));
            all.Write(bytes, 0, bytes.Length);
        }

        using HMACSHA256 hash = new(key);
        StringBuilder name = new("key:", 20);
        foreach (byte part in hash.ComputeHash(all.ToArray()).AsSpan(0, 8))
        {
            name.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }
}
