namespace OrderOps.Sandbox.Omni;

/// <summary>How a receiver's life is made hard.</summary>
public sealed class MixOptions
{
    /// <summary>How many postings in all, the added ones among them; 0 for as many as the source has.</summary>
    public int Count { get; set; }

    /// <summary>The share of all postings that repeat an earlier one's bytes, 0 to 0.9.</summary>
    public double Repeats { get; set; }

    /// <summary>The share of all postings that say under a new message id what an earlier one said, 0 to 0.9.</summary>
    public double Renumbered { get; set; }

    /// <summary>By how many later postings one may be overtaken; 0 keeps their order.</summary>
    public int Shuffle { get; set; }

    /// <summary>The same seed makes the same choices.</summary>
    public int Seed { get; set; }
}
