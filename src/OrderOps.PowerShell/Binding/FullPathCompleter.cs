using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace OrderOps.PowerShell.Binding;

/// <summary>Completes files by their full paths, where a relative one is not taken.</summary>
public sealed class FullPathCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionCompleters.CompleteFilename(Completion.Word(wordToComplete)).Select(Full);

    private static CompletionResult Full(CompletionResult file)
    {
        // What a file is called by is its tip.
        string path = file.ToolTip;
        string word = Path.IsPathRooted(path) && path.IndexOf("::", StringComparison.Ordinal) < 0 ? Completion.Path(path) : file.CompletionText;
        return new CompletionResult(word, file.ListItemText, file.ResultType, file.ToolTip);
    }
}
