using System.Globalization;
using System.Text;

namespace OrderOps.Transport;

/// <summary>
/// Hides values by the names they stand under. It scans instead of parsing, as what is most worth showing in a trace
/// is what no parser takes: replies that were cut off or are not quite JSON.
/// </summary>
internal static class JsonRedaction
{
    private const int DeepestText = 3;

    public static string Hide(string text, bool includePersonalData) => Hide(text, includePersonalData, 0);

    private static string Hide(string text, bool includePersonalData, int depth)
    {
        var hidden = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            if (text[position] != '"')
            {
                hidden.Append(text[position++]);
                continue;
            }

            var end = EndOfString(text, position);
            var colon = SkipBlanks(text, end);
            if (colon == text.Length || text[colon] != ':')
            {
                AppendString(hidden, text, position, end, includePersonalData, depth);
                position = end;
                continue;
            }

            var value = SkipBlanks(text, colon + 1);
            hidden.Append(text, position, value - position);
            var replacement = ReplacementFor(Unescape(Inside(text, position, end)), includePersonalData);
            position = replacement is null ? value : EndOfValue(text, value);
            if (replacement is null)
                continue;

            if (IsBlank(text.Substring(value, position - value)))
                hidden.Append(text, value, position - value);
            else
                hidden.Append('"').Append(replacement).Append('"');
        }

        return hidden.ToString();
    }

    private static string? ReplacementFor(string name, bool includePersonalData) =>
        FieldNames.IsSecret(name) ? Redaction.Hidden
        : !includePersonalData && FieldNames.IsPersonal(name) ? Redaction.Masked
        : null;

    // That a credential was blank is worth seeing and gives nothing away.
    private static bool IsBlank(string value) => value is "" or "\"\"" or "null" or "{}" or "[]";

    /// <summary>A string can hold JSON of its own, as in a reply that quotes the request.</summary>
    private static void AppendString(StringBuilder hidden, string text, int start, int end, bool includePersonalData, int depth)
    {
        var inside = Inside(text, start, end);
        if (depth < DeepestText && inside.IndexOf('\\') >= 0 && inside.IndexOf(':') >= 0)
        {
            var plain = Unescape(inside);
            var redacted = Hide(plain, includePersonalData, depth + 1);
            if (redacted != plain)
            {
                hidden.Append('"').Append(Escape(redacted)).Append('"');
                return;
            }
        }

        hidden.Append(text, start, end - start);
    }

    private static string Inside(string text, int start, int end)
    {
        var closed = end - start > 1 && text[end - 1] == '"';
        return text.Substring(start + 1, end - start - (closed ? 2 : 1));
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is (' ' or '\t' or '\r' or '\n'))
            position++;
        return position;
    }

    private static int EndOfString(string text, int start)
    {
        for (var position = start + 1; position < text.Length; position++)
        {
            if (text[position] == '\\')
                position++;
            else if (text[position] == '"')
                return position + 1;
        }

        return text.Length;
    }

    private static int EndOfValue(string text, int start)
    {
        var depth = 0;
        var position = start;
        while (position < text.Length)
        {
            var letter = text[position];
            if (letter == '"')
            {
                position = EndOfString(text, position);
                if (depth == 0)
                    return position;
                continue;
            }

            if (letter is '{' or '[')
                depth++;
            else if (letter is ('}' or ']') && --depth <= 0)
                return depth == 0 ? position + 1 : position;
            else if (depth == 0 && letter is (',' or '\r' or '\n'))
                return position;
            position++;
        }

        return text.Length;
    }

    private static string Unescape(string text)
    {
        if (text.IndexOf('\\') < 0)
            return text;

        var plain = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] != '\\' || position + 1 == text.Length)
            {
                plain.Append(text[position]);
                continue;
            }

            var letter = text[++position];
            if (letter == 'u' && position + 4 < text.Length
                && int.TryParse(text.Substring(position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                position += 4;
            }
            else
            {
                plain.Append(letter switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => letter });
            }
        }

        return plain.ToString();
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t");
}
