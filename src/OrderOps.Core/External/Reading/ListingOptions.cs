namespace OrderOps.External;

/// <summary>What part of a list is read, and how.</summary>
internal sealed class ListingOptions
{
    /// <summary>Entries a page, 1 to 5000.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How many entries are left out at the beginning.</summary>
    public long Skip { get; set; }

    /// <summary>How many entries are given at the most.</summary>
    public long First { get; set; } = long.MaxValue;

    /// <summary>Whether the first page is asked for even if no entry is wanted, because it says how many there are.</summary>
    public bool NeedsCount { get; set; }

    /// <summary>The member that tells entries apart; without it <c>id</c> does.</summary>
    public string IdName { get; set; } = "id";

    /// <summary>Whether pages are asked for; a list that is no list of the service's is not.</summary>
    public bool IsPaged { get; set; } = true;
}
