using System.Collections.Generic;
using System.Globalization;
using OrderOps.Outcomes;
using OrderOps.Rules;

namespace OrderOps.Omni;

/// <summary>Gathers where a posting departs from the vendor's table, and no more of it than somebody reads.</summary>
internal sealed class PostingFindings
{
    private const int Most = 100;

    private FindingList? _list;
    private int _count;

    public IReadOnlyList<Finding> All
    {
        get
        {
            if (_count > Most)
            {
                string more = (_count - Most + 1).ToString(CultureInfo.InvariantCulture);
                _list!.Warning("", "", $"The posting has {more} findings more", "Mend these first.");
                _count = Most;
            }

            return _list?.All ?? [];
        }
    }

    public void Warn(string field, string value, string problem, string remedy)
    {
        if (++_count < Most)
        {
            (_list ??= new FindingList(null)).Warning(field, value, problem, remedy);
        }
    }

    /// <summary>Why the posting is not usable.</summary>
    public void Refuse(string reason)
    {
        int colon = reason.IndexOf(": ", System.StringComparison.Ordinal);
        string problem = reason.Substring(colon + 2).TrimEnd('.');
        (_list ??= new FindingList(null)).Error("", "", problem, "Nothing can be done here: ask the sender. The body is kept as it came.");
    }
}
