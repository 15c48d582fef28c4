using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>
/// Postings on their way to a consumer that had nothing else to take when they came: they are stored as taken, and go to
/// it once their commit is on disk, without being read back. When it does not keep up they are stored as waiting, until
/// it has taken all of those.
/// </summary>
internal sealed class HandOver
{
    private const long MostBytes = 32 << 20;

    private readonly object _gate = new();
    private readonly Queue<InboxEntry> _ready = new();

    // The writer's thread alone has these.
    private readonly List<InboxEntry> _open = [];
    private readonly HashSet<long> _undelivered = [];

    private volatile bool _isOpen;
    private int _most;
    private long _bytes;

    /// <summary>Whether postings come this way, so that nothing of this process waits in the file.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Whether there is one to take.</summary>
    public bool Any
    {
        get
        {
            lock (_gate)
            {
                return _ready.Count > 0;
            }
        }
    }

    /// <summary>Takes the oldest.</summary>
    /// <param name="most">How many at the most; no more than that are kept ready from now on.</param>
    public List<InboxEntry> Take(int most)
    {
        lock (_gate)
        {
            _most = most;
            List<InboxEntry> taken = new(Math.Min(most, _ready.Count));
            while (taken.Count < most && _ready.Count > 0)
            {
                InboxEntry entry = _ready.Dequeue();
                _bytes -= entry.Body.Length;
                taken.Add(entry);
            }

            return taken;
        }
    }

    /// <summary>Lets postings come this way: within a transaction that sees none waiting.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
        }
    }

    /// <summary>Lets none come this way, as something waits in the file.</summary>
    public void Shut()
    {
        lock (_gate)
        {
            _isOpen = false;
        }
    }

    /// <summary>Within a transaction: whether the next posting is to come this way. If not, none does until it is opened again.</summary>
    /// <param name="size">The size of its body in bytes.</param>
    public bool TryReserve(int size)
    {
        if (!_isOpen)
        {
            return false;
        }

        lock (_gate)
        {
            _isOpen = _isOpen && _ready.Count + _open.Count < _most && (_bytes == 0 || _bytes + size <= MostBytes);
            return _isOpen;
        }
    }

    /// <summary>Within a transaction: this one was stored as taken.</summary>
    public void Add(InboxEntry entry)
    {
        _open.Add(entry);
        _undelivered.Add(entry.Id);
        lock (_gate)
        {
            _bytes += entry.Body.Length;
        }
    }

    /// <summary>Within a transaction: this one is delivered, or put back.</summary>
    /// <returns>Whether it came this way.</returns>
    public bool Remove(long id) => _undelivered.Remove(id);

    /// <summary>Within a transaction: ends it all.</summary>
    /// <returns>What nobody took.</returns>
    public List<long> Close()
    {
        List<long> left = [];
        lock (_gate)
        {
            _isOpen = false;
            foreach (InboxEntry entry in _ready)
            {
                left.Add(entry.Id);
            }

            _ready.Clear();
            _bytes = 0;
        }

        foreach (InboxEntry entry in _open)
        {
            left.Add(entry.Id);
        }

        _open.Clear();
        _undelivered.Clear();
        return left;
    }

    /// <summary>The transaction has ended.</summary>
    public void End(bool committed)
    {
        if (_open.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (InboxEntry entry in _open)
            {
                if (committed)
                {
                    _ready.Enqueue(entry);
                }
                else
                {
                    _bytes -= entry.Body.Length;
                    _undelivered.Remove(entry.Id);
                }
            }
        }

        _open.Clear();
    }
}
