using System.Collections.Generic;

namespace OrderOps.Sandbox.Server;

/// <summary>The last requests, oldest first.</summary>
internal sealed class RequestLog(int capacity)
{
    private readonly Queue<RecordedRequest> _requests = new();

    public bool KeepsAny => capacity > 0;

    public void Add(RecordedRequest request)
    {
        lock (_requests)
        {
            while (_requests.Count >= capacity)
                _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_requests)
            return _requests.ToArray();
    }
}
