using System;
using System.Management.Automation;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>What every command has: the way its words reach PowerShell.</summary>
public abstract class OrderOpsCmdlet : PSCmdlet
{
    private IPipelineOutput? _output;

    private protected OrderOpsCmdlet()
    {
    }

    private protected IPipelineOutput Output => _output ??= new CmdletOutput(this);

    /// <summary>Whether -WhatIf is on, from the command line or the preference.</summary>
    private protected bool IsWhatIf =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
            ? ((SwitchParameter)whatIf).IsPresent
            : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference", false));

    /// <summary>Runs what may find the configuration wrong, or a journal unusable; that ends the command with the remedy.</summary>
    private protected void Guarded(Action body)
    {
        try
        {
            body();
        }
        catch (Exception failure) when (failure is ServiceConfigurationException or StoreException)
        {
            Failed(failure);
            ThrowTerminatingError(Failures.OfRun(failure));
        }
    }

    /// <summary>Asks where somebody is to be asked; where nobody can be, that ends the command with the remedy.</summary>
    private protected bool Agreed(string target, string action)
    {
        try
        {
            return ShouldProcess(target, action);
        }
        catch (Exception failure) when (Confirmation.CannotAsk(failure))
        {
            throw new ServiceConfigurationException(
                "ConfirmationNotPossible",
                $"This session cannot ask whether to go on: {action}, {target}.",
                "Run it with -Confirm:$false if it is meant, or in a session that can ask.",
                inner: failure);
        }
    }

    /// <summary>Told before the command ends for its configuration or its journal.</summary>
    private protected virtual void Failed(Exception failure)
    {
    }

    private sealed class CmdletOutput : IPipelineOutput
    {
        private readonly OrderOpsCmdlet _cmdlet;

        public CmdletOutput(OrderOpsCmdlet cmdlet) => _cmdlet = cmdlet;

        public void Write(object item) => _cmdlet.WriteObject(item);

        public void WriteFailure(OrderResult result) => _cmdlet.WriteError(Failures.OfOrder(result));

        public void WriteNotSent(OrderResult first) => _cmdlet.WriteError(Failures.OfNotSent(first));

        public Exception Terminate(Exception failure)
        {
            _cmdlet.ThrowTerminatingError(Failures.OfRun(failure));
            return failure;
        }

        public void WriteWarning(string text) => _cmdlet.WriteWarning(text);

        public void WriteVerbose(string text) => _cmdlet.WriteVerbose(text);

        public void ShowProgress(string activity, string status, bool completed) =>
            _cmdlet.WriteProgress(new ProgressRecord(0, activity, status.Length == 0 ? " " : status)
            {
                RecordType = completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
            });
    }
}
