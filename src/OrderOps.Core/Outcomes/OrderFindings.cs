using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Outcomes;

/// <summary>Findings in words.</summary>
internal static class OrderFindings
{
    /// <summary>All that stops the order, in one sentence after the other.</summary>
    public static string Refusal(IReadOnlyList<Finding> findings) =>
        string.Join(" ", findings.Where(finding => finding.IsError).Select(finding => finding.Message));

    /// <summary>What to do about it.</summary>
    public static string Remedy(IReadOnlyList<Finding> findings) =>
        string.Join(" ", findings.Where(finding => finding.IsError).Select(finding => finding.Remedy).Distinct());
}
