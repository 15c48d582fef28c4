using System;
using System.Globalization;
using System.Linq;

namespace OrderOps.Sandbox.External;

/// <summary>
/// Looks for a text inside ids and rrns, as the search of Django does: a search for 12 finds 12, 120 and 3412 too. It
/// compares numbers, since a million of them are looked through.
/// </summary>
internal sealed class DigitSearch
{
    private readonly string _text;
    private readonly long _number;
    private readonly long _power = 1;
    private readonly bool _isNumber;

    public DigitSearch(string text)
    {
        _text = text;
        _isNumber = text.Length <= 15 && text.All(letter => letter is >= '0' and <= '9');
        if (!_isNumber)
            return;
        _number = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var i = 0; i < text.Length; i++)
            _power *= 10;
    }

    public bool Finds(string? text) => text?.IndexOf(_text, StringComparison.OrdinalIgnoreCase) >= 0;

    public bool Finds(long number)
    {
        // The rest must still have as many digits as the text, also where that begins with a zero.
        for (var rest = number; _isNumber && rest >= _power / 10; rest /= 10)
        {
            if (rest % _power == _number)
                return true;
            if (rest == 0)
                break;
        }

        return false;
    }
}
