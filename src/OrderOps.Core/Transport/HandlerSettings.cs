using System;
using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace OrderOps.Transport;

/// <summary>Makes the handler that owns a transport's connections. Everything is set on the handler, nothing process-wide.</summary>
internal static class HandlerSettings
{
    private const int BrotliValue = 4;

    public static HttpClientHandler Create(TransportOptions options, Uri baseAddress)
    {
        var handler = new HttpClientHandler
        {
            // The secrets are in the body: a redirect would carry them to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxConnectionsPerServer = options.MaximumConnections > 0 ? options.MaximumConnections : int.MaxValue,
        };

        if (handler.SupportsAutomaticDecompression)
            handler.AutomaticDecompression = Decompression(Enum.IsDefined(typeof(DecompressionMethods), BrotliValue));

        var protocols = Protocols(RuntimeInformation.FrameworkDescription, ServicePointManager.SecurityProtocol);
        if (protocols != SslProtocols.None)
            handler.SslProtocols = protocols;

        if (options.SkipCertificateCheck)
            handler.ServerCertificateCustomValidationCallback = static (_, _, _, _) => true;

        SetProxy(handler, options, baseAddress);
        return handler;
    }

    // netstandard2.0 has no name for brotli, the runtime may.
    internal static DecompressionMethods Decompression(bool hasBrotli) =>
        DecompressionMethods.GZip | DecompressionMethods.Deflate | (hasBrotli ? (DecompressionMethods)BrotliValue : DecompressionMethods.None);

    /// <summary>
    /// powershell.exe 5.1 starts with SSL 3 and TLS 1.0 unless the machine's registry says otherwise. Where the system
    /// decides, it is left alone, so that TLS 1.3 is used when there is one.
    /// </summary>
#pragma warning disable CA5397, CA5398 // Leaving the choice to .NET Framework would mean TLS 1.0 there.
    internal static SslProtocols Protocols(string framework, SecurityProtocolType processWide) =>
        framework.StartsWith(".NET Framework", StringComparison.Ordinal) && processWide != 0
            ? SslProtocols.Tls12
            : SslProtocols.None;
#pragma warning restore CA5397, CA5398

    private static void SetProxy(HttpClientHandler handler, TransportOptions options, Uri baseAddress)
    {
        // A proxy can't reach this machine's own loopback, so the system's proxy is not asked for it.
        if (options.NoProxy || (options.Proxy is null && baseAddress.IsLoopback))
        {
            handler.UseProxy = false;
            return;
        }

        var credential = options.ProxyUseDefaultCredentials ? CredentialCache.DefaultCredentials : options.ProxyCredential;
        if (options.Proxy is not null)
            handler.Proxy = new WebProxy(options.Proxy) { Credentials = credential };
        else if (credential is not null)
            handler.DefaultProxyCredentials = credential;
    }
}
