using System;
using System.IO;
using System.IO.Compression;

namespace OrderOps.Sandbox.Server;

/// <summary>The two content codings that every HTTP client knows.</summary>
internal static class Compression
{
    /// <summary>Compresses as gzip, or as deflate in the zlib wrapping that RFC 9110 asks for.</summary>
    public static byte[] Compress(ArraySegment<byte> body, string coding)
    {
        using var output = new MemoryStream();
        if (coding == "gzip")
        {
            using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(body.Array!, body.Offset, body.Count);
            return output.ToArray();
        }

        output.WriteByte(0x78);
        output.WriteByte(0x01);
        using (var deflate = new DeflateStream(output, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(body.Array!, body.Offset, body.Count);
        var checksum = Adler32(body);
        for (var shift = 24; shift >= 0; shift -= 8)
            output.WriteByte((byte)(checksum >> shift));
        return output.ToArray();
    }

    public static bool IsAccepted(string coding, string? acceptEncoding)
        => acceptEncoding is not null && acceptEncoding.IndexOf(coding, StringComparison.OrdinalIgnoreCase) >= 0;

    private static uint Adler32(ArraySegment<byte> body)
    {
        uint a = 1, b = 0;
        foreach (var octet in body)
        {
            a = (a + octet) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }
}
