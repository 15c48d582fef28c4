using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace OrderOps.Transport;

/// <summary>What an exception from the HTTP stack says about the connection.</summary>
internal static class ConnectionFailure
{
    /// <summary>Whether it tells for sure that no connection came about.</summary>
    public static bool IsBeforeSending(Exception failure)
    {
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AuthenticationException:
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostDown }:
                case WebException { Status: WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return true;
            }
        }

        return false;
    }

    /// <summary>What happened, in a few words that hold nothing of the request.</summary>
    public static string Describe(Exception failure)
    {
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AuthenticationException:
                case WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure }:
                    return "TLS could not be agreed on, or the certificate is not trusted";
                case SocketException socket:
                    return Describe(socket.SocketErrorCode);
                case WebException { Status: WebExceptionStatus.NameResolutionFailure }:
                    return Describe(SocketError.HostNotFound);
                case WebException { Status: WebExceptionStatus.ProxyNameResolutionFailure }:
                    return "the proxy's name was not found";
                case InvalidDataException:
                    return "the reply could not be decompressed";
            }
        }

        return "the connection broke";
    }

    private static string Describe(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "the connection was refused",
        SocketError.HostNotFound or SocketError.NoData => "the host's name was not found",
        SocketError.TryAgain => "the host's name could not be looked up",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostDown => "the host can't be reached",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "the connection was reset",
        SocketError.TimedOut => "the connection timed out",
        _ => "the connection broke",
    };
}
