using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace OrderOps.PowerShell.Streams;

/// <summary>Asking before something happens that can't be taken back.</summary>
internal static class Confirmation
{
    private const int NamesShown = 10;

    /// <summary>The first ten names "and N others".</summary>
    public static string Names(IReadOnlyList<string> names, string what)
    {
        string first = string.Join(", ", names.Take(NamesShown));
        return names.Count <= NamesShown
            ? $"{what} {first}"
            : string.Format(CultureInfo.InvariantCulture, "{0} {1} and {2} other{3}", what, first, names.Count - NamesShown, names.Count == NamesShown + 1 ? "" : "s");
    }

    /// <summary>Whether a command of this impact asks, as -Confirm and $ConfirmPreference say.</summary>
    public static bool IsAsked(PSCmdlet cmdlet, ConfirmImpact impact)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm))
        {
            return ((SwitchParameter)confirm).IsPresent;
        }

        object preference = cmdlet.SessionState.PSVariable.GetValue("ConfirmPreference", ConfirmImpact.High);
        return LanguagePrimitives.TryConvertTo(preference, out ConfirmImpact threshold) && threshold != ConfirmImpact.None && impact >= threshold;
    }

    /// <summary>Whether an exception of ShouldProcess means that nobody can be asked.</summary>
    public static bool CannotAsk(Exception failure) =>
        failure is HostException or NotImplementedException or NotSupportedException
        || failure.GetType().Name == "PSInvalidOperationException";
}
