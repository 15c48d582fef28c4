using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Binding;

/// <summary>Says with -Verbose, once each, which names of the input mean nothing and are kept out.</summary>
/// <param name="output">Where it is said.</param>
/// <param name="remark">What is said, with a place for the names.</param>
internal sealed class UnknownNames(IPipelineOutput output, string remark)
{
    private readonly HashSet<string> _said = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<string>? _last;

    public void Say(IReadOnlyList<string> names)
    {
        if (names.Count == 0 || ReferenceEquals(names, _last))
        {
            return;
        }

        _last = names;
        string[] news = names.Where(_said.Add).ToArray();
        if (news.Length > 0)
        {
            output.WriteVerbose(string.Format(CultureInfo.InvariantCulture, remark, string.Join(", ", news)));
        }
    }
}
