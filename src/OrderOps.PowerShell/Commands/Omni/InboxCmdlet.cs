using System;
using System.Management.Automation;
using OrderOps.Journal;
using OrderOps.Omni;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Commands.Omni;

/// <summary>What every command has that uses the inbox of postings.</summary>
public abstract class InboxCmdlet : OrderOpsCmdlet
{
    private protected InboxCmdlet()
    {
    }

    /// <summary>The file of the inbox, by its full path.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public string? Inbox { get; set; }

    /// <summary>Runs what may find the configuration or the inbox wrong; that ends the command with the remedy.</summary>
    private protected void InboxGuarded(Action body)
    {
        try
        {
            Guarded(body);
        }
        catch (StoreException failure)
        {
            End(failure, failure.ErrorId, ErrorCategory.ResourceUnavailable, failure.RecommendedAction);
        }
        catch (InboxUnavailableException failure)
        {
            End(failure, failure.ErrorId, ErrorCategory.ResourceUnavailable, failure.RecommendedAction);
        }
        catch (ConsumerHeldException failure)
        {
            End(failure, "InboxHeld", ErrorCategory.ResourceBusy, failure.RecommendedAction);
        }
    }

    private void End(Exception failure, string errorId, ErrorCategory category, string recommendedAction) =>
        ThrowTerminatingError(Failures.Record(failure, errorId, category, Inbox, recommendedAction));
}
