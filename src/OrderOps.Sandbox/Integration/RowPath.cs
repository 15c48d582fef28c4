using System.Globalization;
using System.Linq;

namespace OrderOps.Sandbox.Integration;

/// <summary>Where in a request something is wrong: a row of <c>data</c>, and names and numbers below it.</summary>
internal sealed class RowPath(int? row, params string[] below)
{
    public string Write(IntegrationPathForm form)
    {
        var whole = row is { } index ? new[] { "data", Text(index) }.Concat(below).ToArray() : ["data"];
        return form switch
        {
            IntegrationPathForm.Blank => "",
            IntegrationPathForm.FieldOnly => below.LastOrDefault() ?? "data",
            IntegrationPathForm.Slashes => "/" + string.Join("/", whole),
            IntegrationPathForm.Dots => string.Join(".", whole),
            _ => whole[0] + string.Concat(whole.Skip(1).Select(part => IsNumber(part) ? "[" + part + "]" : "." + part)),
        };
    }

    public static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static bool IsNumber(string part) => part.Length > 0 && part.All(letter => letter is >= '0' and <= '9');
}
