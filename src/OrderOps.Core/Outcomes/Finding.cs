namespace OrderOps.Outcomes;

/// <summary>One thing that a rule noticed in an order: an error stops it, a warning does not.</summary>
/// <param name="Severity"><c>Error</c> or <c>Warning</c>.</param>
/// <param name="Field">The field, by the vendor's name; for an item with its place, e.g. <c>products[2].product_price</c>.</param>
/// <param name="Value">The value as it came, shortened to 80 characters.</param>
/// <param name="Message">What is wrong with it, naming field and value.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Finding(string Severity, string Field, string Value, string Message, string Remedy)
{
    /// <summary>The severity that stops an order.</summary>
    public const string Error = "Error";

    /// <summary>The severity that does not.</summary>
    public const string Warning = "Warning";

    /// <summary>Whether it stops the order.</summary>
    public bool IsError => Severity == Error;

    /// <inheritdoc />
    public override string ToString() => $"{Message} {Remedy}";
}
