using System.Collections.Generic;

namespace OrderOps.Sandbox.Server;

/// <summary>Turns the line and column of a JSON reader into an offset in the text.</summary>
internal sealed class TextPositions
{
    private readonly List<int> _lineStarts = [0];

    public TextPositions(string text)
    {
        for (var i = text.IndexOfAny(['\r', '\n']); i >= 0; i = text.IndexOfAny(['\r', '\n'], i + 1))
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            _lineStarts.Add(i + 1);
        }
    }

    /// <summary>Lines count from 1, columns are the characters read of the line.</summary>
    public int Offset(int line, int column) => _lineStarts[line - 1] + column;
}
