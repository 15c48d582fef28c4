using System.Collections.Generic;
using System.Threading.Tasks;

namespace OrderOps.Sandbox.Server;

/// <summary>Counts what arrives and wakes those who wait for a number, so that nobody has to poll.</summary>
internal sealed class Arrivals
{
    private readonly object _gate = new();
    private readonly List<KeyValuePair<long, TaskCompletionSource<bool>>> _waiting = [];
    private long _count;

    public long Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    public void Add()
    {
        lock (_gate)
        {
            _count++;
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                if (_waiting[i].Key > _count)
                    continue;
                _waiting[i].Value.TrySetResult(true);
                _waiting.RemoveAt(i);
            }
        }
    }

    public Task Reached(long count)
    {
        lock (_gate)
        {
            if (_count >= count)
                return Task.CompletedTask;
            var source = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(new(count, source));
            return source.Task;
        }
    }
}
