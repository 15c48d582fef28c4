using System;

namespace OrderOps.Input;

/// <summary>
/// Text whose bytes did not fit the encoding of its file holds the replacement character. It is refused: a name or an
/// address with holes in it must not reach a label.
/// </summary>
internal static class UnreadableText
{
    public static readonly InputFault Fault = new(
        "It holds characters that can't be read in the file's encoding.",
        "Save the file as UTF-8 ('CSV UTF-8' in a spreadsheet) and read it again.");

    public static bool In(string text) => text.AsSpan().IndexOf('\uFFFD') >= 0;
}
