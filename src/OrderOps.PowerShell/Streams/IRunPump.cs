using System;

namespace OrderOps.PowerShell.Streams;

/// <summary>A pump, whatever it is that the run sends.</summary>
internal interface IRunPump : IDisposable
{
    /// <summary>Whether the run was ended here, and not by a stop.</summary>
    bool IsFinished { get; }

    /// <summary>Whether the run takes no more inputs.</summary>
    bool IsOver { get; }

    /// <summary>Emits what is ready, then waits until there is room for another input.</summary>
    void MakeRoom();

    /// <summary>Sends what has been gathered, emits all that is left, and ends the run.</summary>
    void Finish();

    /// <summary>Stops the run from any thread.</summary>
    void Stop();
}
