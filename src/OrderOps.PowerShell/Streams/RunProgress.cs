using System;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>Progress for runs over half a second, at most five times a second, and none where nobody looks.</summary>
internal sealed class RunProgress
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly string _activity;
    private readonly TimeProvider _time;
    private readonly bool _wanted;
    private readonly long _start;
    private long _last;
    private bool _shown;

    /// <summary>Makes one.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="time">The clock.</param>
    /// <param name="wanted">Whether somebody looks.</param>
    public RunProgress(string activity, TimeProvider time, bool wanted)
    {
        _activity = activity;
        _time = time;
        _wanted = wanted;
        _start = time.GetTimestamp();
    }

    /// <summary>Shows how far the run is, if it is time to.</summary>
    public void Show(IPipelineOutput output, RunSummary summary) => Show(output, () => summary.SoFar);

    /// <summary>Shows how far it is, if it is time to.</summary>
    public void Show(IPipelineOutput output, Func<string> soFar)
    {
        if (!_wanted || _time.GetElapsedTime(_start) < FirstAfter || (_shown && _time.GetElapsedTime(_last) < Between))
        {
            return;
        }

        _shown = true;
        _last = _time.GetTimestamp();
        output.ShowProgress(_activity, soFar(), completed: false);
    }

    /// <summary>Waits, and shows meanwhile how far the run is: a service may ask for minutes of patience.</summary>
    public void Wait(Task ready, IPipelineOutput output, RunSummary summary)
    {
        Show(output, summary);
        while (_wanted && Task.WaitAny([ready], Between) < 0)
        {
            Show(output, summary);
        }

        ready.GetAwaiter().GetResult();
    }

    /// <summary>Takes the progress away.</summary>
    public void Complete(IPipelineOutput output)
    {
        if (_shown)
        {
            output.ShowProgress(_activity, "", completed: true);
        }
    }
}
