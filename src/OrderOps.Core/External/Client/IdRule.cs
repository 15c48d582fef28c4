using System.Linq;
using System.Text.RegularExpressions;

namespace OrderOps.External;

/// <summary>What can be a number of something at the service.</summary>
internal static class IdRule
{
    public const string Remedy = "Give the number as the service or the shop wrote it; a spreadsheet keeps long numbers only in cells that are text.";

    private static readonly Regex Scientific = new(@"^[+-]?\d+([.,]\d+)?[eE][+-]?\d+$", RegexOptions.CultureInvariant);

    /// <summary>What is wrong with it, as the end of a sentence; nothing if it can be one.</summary>
    public static string? ProblemOf(string? id) =>
        string.IsNullOrWhiteSpace(id) ? "is blank"
        : Scientific.IsMatch(id) ? "is in scientific notation, so digits of it are lost"
        : id.Any(char.IsControl) ? "holds a line break or another control character"
        : id.All(letter => letter == '.') ? "consists of dots"
        : null;
}
