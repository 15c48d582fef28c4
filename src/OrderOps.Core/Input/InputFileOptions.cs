using System.Text;

namespace OrderOps.Input;

/// <summary>What a file does not say about itself. All of it is found out where it is not given.</summary>
public sealed class InputFileOptions
{
    /// <summary>What stands between the columns of a delimited file; found out from its header where it is not given.</summary>
    public char? Delimiter { get; set; }

    /// <summary>The encoding of a file without a byte order mark; UTF-8 where it is not given.</summary>
    public Encoding? Encoding { get; set; }
}
