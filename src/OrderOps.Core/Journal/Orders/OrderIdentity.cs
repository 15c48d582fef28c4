namespace OrderOps.Journal;

/// <summary>What tells an order from all others of its scope. Number and part stand apart: order <c>A/1</c> is not part 1 of order <c>A</c>.</summary>
/// <param name="Number">The order's number, or the AWB or item number where that is what an operation is about.</param>
/// <param name="Part">Its sub-order; empty where there is none.</param>
internal readonly record struct OrderIdentity(string Number, string Part = "")
{
    /// <summary>As people read it: <c>number</c> or <c>number/part</c>.</summary>
    public override string ToString() => Part.Length == 0 ? Number : Number + "/" + Part;
}
