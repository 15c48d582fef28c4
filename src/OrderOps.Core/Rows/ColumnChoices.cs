using System.Collections.Generic;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>The first of several columns that is not blank; a choice can be several columns, joined by blanks.</summary>
internal sealed class ColumnChoices(int[][] choices) : ValueSource
{
    public override string? Read(object?[] cells, ref List<Finding>? findings)
    {
        foreach (int[] columns in choices)
        {
            string? text = null;
            foreach (int column in columns)
            {
                if (InputText.From(cells[column]) is { } part && !string.IsNullOrWhiteSpace(part))
                {
                    text = text is null ? part : text.Trim() + " " + part.Trim();
                }
            }

            if (text is not null)
            {
                return text;
            }
        }

        return null;
    }
}
