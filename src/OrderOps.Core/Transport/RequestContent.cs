using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace OrderOps.Transport;

/// <summary>A body that knows whether it was asked for: until then not a byte of the request can have arrived.</summary>
internal sealed class RequestContent : HttpContent
{
    private const int Waiting = 0;
    private const int Entered = 1;
    private const int Closed = 2;

    private readonly byte[] _body;
    private readonly bool _onceOnly;
    private readonly IRequestGate? _gate;
    private int _state;

    public RequestContent(byte[] body, string contentType, bool onceOnly, IRequestGate? gate = null)
    {
        _gate = gate;
        _body = body;
        _onceOnly = onceOnly;
        if (contentType.Length > 0)
            Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    /// <summary>Whether sending had begun; if it had not, it never will.</summary>
    public bool WasEntered() => Interlocked.CompareExchange(ref _state, Closed, Waiting) == Entered;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // To connect can take long, and a machine can sleep meanwhile.
        if (_gate is { IsOpen: false })
            throw new IOException("The right to send the request was lost before it was sent.");

        var before = Interlocked.CompareExchange(ref _state, Entered, Waiting);
        if (before == Closed)
            throw new IOException("The attempt was given up before its request was sent.");

        // HTTP stacks repeat a request by themselves when a kept connection turns out to be dead.
        if (before == Entered && _onceOnly)
            throw new IOException("The connection broke, and the request must not be sent a second time.");

        return stream.WriteAsync(_body, 0, _body.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
