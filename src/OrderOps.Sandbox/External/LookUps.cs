using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.External;

/// <summary>
/// The lists that orders refer to. Their ids are laid out so that the order of the vendor's page fits: shop 2, promo code
/// 1, product 104392, region 101 with its locality 63933, sector 11.
/// </summary>
internal static class LookUps
{
    public const int StoreCount = 12;
    public const int PromoCodeCount = 24;
    public const int SectorCount = 36;
    public const int FirstProduct = 104_301;
    public const int ProductCount = 100;
    public const int FirstRegion = 101;
    public const int RegionCount = 35;
    public const int LocalitiesOfRegion = 8;

    private const int FirstLocality = 63_931;
    private const int StoreGroups = 3;

    private static readonly string[] Places = ["Cahul", "Orhei", "Soroca", "Edineț", "Ungheni", "Hîncești", "Căușeni"];
    private static readonly string[] Goods = ["Ceai verde", "Cafea", "Miere", "Nuci", "Vin roșu", "Ulei de floarea-soarelui", "Făină", "Orez", "Săpun", "Lumânare"];

    public static byte[][] ProductNames { get; } = Enumerable.Range(0, ProductCount).Select(number => Encoding.UTF8.GetBytes(ProductName(number))).ToArray();

    public static int LocalityId(int region, int locality) => FirstLocality + (region * LocalitiesOfRegion) + locality;

    /// <summary>In hundredths.</summary>
    public static int PriceOf(int product) => 1950 + (product * 325);

    public static IEnumerable<JObject> Stores(string language) => Enumerable.Range(1, StoreCount).Select(id => new JObject
    {
        ["id"] = id,
        ["code"] = Code("S", id, 2),
        ["name"] = Word(language, "Magazinul ", "Магазин ", "Store ") + Text(id),
        ["group"] = 1 + (id % StoreGroups),
        ["phone"] = "022" + Text(300_000 + id),
        ["is_active"] = id != StoreCount,
    });

    public static IEnumerable<JObject> Regions(string language) => Enumerable.Range(0, RegionCount).Select(number => new JObject
    {
        ["id"] = FirstRegion + number,
        ["code"] = Code("R", FirstRegion + number, 3),
        ["name"] = RegionName(language, number),
    });

    public static IEnumerable<JObject> Localities(string language) => Enumerable.Range(0, RegionCount * LocalitiesOfRegion).Select(number => new JObject
    {
        ["id"] = FirstLocality + number,
        ["code"] = Code("L", FirstLocality + number, 5),
        ["name"] = LocalityName(language, number),
        ["region_id"] = FirstRegion + (number / LocalitiesOfRegion),
    });

    public static IEnumerable<JObject> Sectors(string language) => Enumerable.Range(1, SectorCount).Select(id => new JObject
    {
        ["id"] = id,
        ["code"] = Code("Z", id, 2),
        ["name"] = SectorName(language, id),
    });

    public static IEnumerable<JObject> Products(string language) => Enumerable.Range(0, ProductCount).Select(number => new JObject
    {
        ["id"] = FirstProduct + number,
        ["code"] = Code("P", FirstProduct + number, 6),
        ["name"] = ProductName(number),
        ["price"] = (PriceOf(number) / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        ["unit"] = Word(language, "buc.", "шт.", "pcs"),
        ["in_stock"] = number % 9 != 0,
    });

    public static IEnumerable<JObject> PromoCodes(string language) => Enumerable.Range(1, PromoCodeCount).Select(id => new JObject
    {
        ["id"] = id,
        ["code"] = "PROMO" + Text(id * 5),
        ["name"] = Word(language, "Reducere ", "Скидка ", "Discount ") + Text(id * 5 % 50) + "%",
        ["is_active"] = id % 4 != 0,
    });

    public static string RegionName(string language, int number)
        => Word(language, "Raionul ", "Район ", "District ") + Places[number % Places.Length] + " " + Text(1 + (number / Places.Length));

    public static string LocalityName(string language, int number)
        => Word(language, "Satul ", "Село ", "Village ") + Places[number * 3 % Places.Length] + " " + Text(1 + number);

    public static string SectorName(string language, int id) => Word(language, "Sectorul ", "Сектор ", "Sector ") + Text(id);

    public static bool IsStore(long id) => id is >= 1 and <= StoreCount;

    public static bool IsPromoCode(long id) => id is >= 1 and <= PromoCodeCount;

    public static bool IsProduct(long id) => id is >= FirstProduct and < FirstProduct + ProductCount;

    public static bool IsRegion(long id) => id is >= FirstRegion and < FirstRegion + RegionCount;

    public static bool IsLocality(long id) => id is >= FirstLocality and < FirstLocality + (RegionCount * LocalitiesOfRegion);

    public static bool IsSector(long id) => id is >= 1 and <= SectorCount;

    /// <summary>The number of a locality among all, from its id.</summary>
    public static int LocalityNumber(long id) => (int)(id - FirstLocality);

    private static string ProductName(int number) => Goods[number % Goods.Length] + " " + Text(1 + (number / Goods.Length));

    private static string Code(string kind, int id, int width) => kind + "-" + Text(id).PadLeft(width, '0');

    private static string Word(string language, string romanian, string russian, string english)
        => language switch { "ru" => russian, "en" => english, _ => romanian };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
