using System;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox;

/// <summary>
/// One way for a service to misbehave. A fault is only a description: give it to a <see cref="FaultPlan"/>, as often as
/// you like. Several that meet in one request all apply.
/// </summary>
public sealed partial class Fault
{
    private Fault(string name) => Name = name;

    /// <summary>Its name, as <see cref="FaultPlan.Add"/> takes it.</summary>
    public string Name { get; }

    internal TimeSpan WaitBefore { get; private set; }

    internal TimeSpan WaitAfter { get; private set; }

    internal Cut Cut { get; private set; }

    internal bool ReplacesProcessing { get; private set; }

    internal Action<ReplyShape>? Shape { get; private set; }

    internal Action<Reply>? Change { get; private set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
