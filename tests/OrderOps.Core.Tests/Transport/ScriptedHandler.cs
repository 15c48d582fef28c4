using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Tests.Transport;

/// <summary>A service that answers each attempt with the next line of a script, and repeats the last one.</summary>
public sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] _script;
    private int _calls;

    public ScriptedHandler(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script) => _script = script;

    public int Calls => Volatile.Read(ref _calls);

    public List<Uri> Addresses { get; } = new();

    /// <summary>Takes the request and replies.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Reply(int status, string body = "{}", string type = "application/json", string? retryAfter = null) =>
        async (request, _) =>
        {
            await Take(request);
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, System.Text.Encoding.UTF8, type) };
            if (retryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return response;
        };

    /// <summary>Fails without asking for the body.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Refuse(string message = "No connection.") =>
        (_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException(message, new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused)));

    /// <summary>Takes the request and breaks the connection.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Reset(string message = "Broken.") =>
        async (request, _) =>
        {
            await Take(request);
            throw new HttpRequestException(message, new IOException("Reset."));
        };

    /// <summary>Takes the request and never answers.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Hang(Action? whenTaken = null) =>
        async (request, cancel) =>
        {
            await Take(request);
            whenTaken?.Invoke();
            await Task.Delay(Timeout.Infinite, cancel);
            throw new InvalidOperationException();
        };

    /// <summary>Never gets as far as asking for the body.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> HangBeforeSending(Action? whenCalled = null) =>
        async (_, cancel) =>
        {
            whenCalled?.Invoke();
            await Task.Delay(Timeout.Infinite, cancel);
            throw new InvalidOperationException();
        };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Interlocked.Increment(ref _calls);
        lock (Addresses)
            Addresses.Add(request.RequestUri!);
        return _script[Math.Min(call, _script.Length) - 1](request, cancellationToken);
    }

    private static Task Take(HttpRequestMessage request) => request.Content?.CopyToAsync(Stream.Null) ?? Task.CompletedTask;
}
