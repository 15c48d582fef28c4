using System;
using OrderOps.Outcomes;

namespace OrderOps.PowerShell.Streams;

/// <summary>
/// What a command may say to PowerShell. The narrow seam between what a command decides, which is tested without a
/// shell, and what PowerShell does with it.
/// </summary>
internal interface IPipelineOutput
{
    /// <summary>Writes an object to the pipeline.</summary>
    void Write(object item);

    /// <summary>Writes a failed order as a non-terminating error.</summary>
    void WriteFailure(OrderResult result);

    /// <summary>Writes one error for all orders of a run that were not sent.</summary>
    void WriteNotSent(OrderResult first);

    /// <summary>Ends the command with an error.</summary>
    Exception Terminate(Exception failure);

    /// <summary>Writes a warning.</summary>
    void WriteWarning(string text);

    /// <summary>Writes a verbose message.</summary>
    void WriteVerbose(string text);

    /// <summary>Shows how far the run is.</summary>
    void ShowProgress(string activity, string status, bool completed);
}
