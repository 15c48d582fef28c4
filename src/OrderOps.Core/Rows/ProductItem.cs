using System.Text.RegularExpressions;
using OrderOps.Input;
using OrderOps.Outcomes;

namespace OrderOps.Rows;

/// <summary>Says what is wrong with an item of a list of products that is no product.</summary>
internal static class ProductItem
{
    // OrderOps.Itl.Product, System.Collections.Hashtable, System.Object[], @{name=…}
    private static readonly Regex TypeName = new(@"^(@\{.*|[A-Za-z_]\w*(\.[A-Za-z_][\w`+]*)+(\[\])?)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    public static bool IsTypeName(string text) => TypeName.IsMatch(text.Trim());

    public static Finding NoProduct(object? item, string place, RowWords words)
    {
        string value = ShownText.Of(InputText.From(item) ?? "");
        return IsTypeName(value)
            ? new Finding(
                Finding.Error,
                place,
                value,
                $"'{place}' arrived as its type's name, '{value}': what it held was lost on the way.",
                "Give Start-Job or ConvertTo-Json more depth (ConvertTo-Json -Depth 5), or build the order where it is sent.")
            : new Finding(
                Finding.Error,
                place,
                value,
                $"'{place}' is {(item is null ? "empty" : $"'{value}'")} and not a product.",
                words.Product);
    }
}
