using System.Linq;
using System.Management.Automation;

namespace OrderOps.PowerShell.Binding;

/// <summary>Words for completion, quoted where they must be.</summary>
internal static class Completion
{
    public static string Word(string? typed) => (typed ?? "").Trim('\'', '"');

    /// <summary>A path, quoted where it must be.</summary>
    public static string Path(string path) =>
        path.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or '\\' or ':') ? path : $"'{path.Replace("'", "''")}'";

    public static CompletionResult Of(string value, string tip)
    {
        bool bare = value.Length > 0 && value.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.');
        return new CompletionResult(bare ? value : $"'{value.Replace("'", "''")}'", value, CompletionResultType.ParameterValue, tip);
    }
}
