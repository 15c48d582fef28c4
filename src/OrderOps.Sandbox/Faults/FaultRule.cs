using System;

namespace OrderOps.Sandbox;

/// <summary>A fault with its condition, and how often it is still due.</summary>
internal sealed class FaultRule(Fault fault, Func<SandboxRequest, bool> matches, int times, int every = 1, bool queues = false)
{
    private int _left = times;
    private int _seen;

    public Fault Fault { get; } = fault;

    /// <summary>Whether it waits its turn: of the rules that queue, a request meets only the first that matches.</summary>
    public bool Queues { get; } = queues;

    public bool IsUsedUp => _left == 0;

    public bool Matches(SandboxRequest request) => matches(request);

    public bool TryUse()
    {
        _seen++;
        if (_left == 0 || _seen % every != 0)
            return false;
        if (_left != FaultPlan.Unlimited)
            _left--;
        return true;
    }
}
