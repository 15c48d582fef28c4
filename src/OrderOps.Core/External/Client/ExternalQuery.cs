using System.Collections.Generic;

namespace OrderOps.External;

/// <summary>The values that a query can have, by our names, with the names that they have on the wire.</summary>
internal static class ExternalQuery
{
    public const string Page = "Page";
    public const string PageSize = "PageSize";
    public const string Fields = "Fields";
    public const string Ordering = "Ordering";
    public const string CreatedAfter = "CreatedAfter";
    public const string Status = "Status";
    public const string Search = "Search";
    public const string Group = "Group";
    public const string Region = "Region";
    public const string Code = "Code";
    public const string Name = "Name";

    public static IReadOnlyDictionary<string, string> WireNames { get; } = new Dictionary<string, string>(System.StringComparer.OrdinalIgnoreCase)
    {
        [Page] = "page",
        [PageSize] = "page_size",
        [Fields] = "fields",
        [Ordering] = "ordering",
        [CreatedAfter] = "created_after",
        [Status] = "status",
        [Search] = "search",
        [Group] = "group",
        [Region] = "region",
        // How a product's code or name is searched for is not known.
        [Code] = "search",
        [Name] = "search",
    };
}
