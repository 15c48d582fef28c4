using System;
using System.Threading;

namespace OrderOps.Benchmarks;

/// <summary>The largest managed heap that a garbage collection left behind while this one watched.</summary>
public sealed class HeapWatch : IDisposable
{
    private readonly Timer _timer;
    private long _largest;

    /// <summary>Begins to watch.</summary>
    public HeapWatch() => _timer = new Timer(_ => Look(), null, 0, 50);

    /// <summary>In bytes.</summary>
    public long Largest => Interlocked.Read(ref _largest);

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        Look();
    }

    private void Look()
    {
        long size = GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes;
        if (size > Interlocked.Read(ref _largest))
        {
            Interlocked.Exchange(ref _largest, size);
        }
    }
}
