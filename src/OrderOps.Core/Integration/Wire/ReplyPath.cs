using System.Globalization;
using System.Text.RegularExpressions;

namespace OrderOps.Integration;

/// <summary>
/// The order that the <c>path</c> of a 400 names. Its form is not known, so any number that follows <c>data</c> counts:
/// <c>data[3].email</c>, <c>data.3.email</c>, <c>/data/3/email</c>, <c>["data",3,"email"]</c>. Places count from 0.
/// </summary>
internal static class ReplyPath
{
    private static readonly Regex AfterData = new(@"(?<![A-Za-z0-9])data[^A-Za-z0-9]{1,8}(?<place>\d{1,9})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The place in the request, or nothing where it names none.</summary>
    public static int? PlaceIn(string path)
    {
        Match match = AfterData.Match(path);
        return match.Success ? int.Parse(match.Groups["place"].Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }
}
