using System;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.External;

/// <summary>An order of a POST: what is wrong with it, and what becomes of it.</summary>
internal static class PostedOrder
{
    private const string NotWhole = "A valid integer is required.";
    private const string Required = "This field is required.";

    /// <summary>The first field that is wrong and the words for it; null if nothing is.</summary>
    public static (string Field, string Words)? Mistake(JToken posted, OrderRange range)
    {
        if (posted is not JObject order)
            return ("non_field_errors", "Invalid data. Expected a dictionary.");
        var isUpdate = !WholeNumber.IsAbsent(order["order_id"]);
        return Reference(order, "order_id", range.Has)
            ?? Presence(order, "shop", isUpdate)
            ?? Presence(order, "order_items", isUpdate)
            ?? Reference(order, "shop", LookUps.IsStore)
            ?? Reference(order, "promo_code", LookUps.IsPromoCode)
            ?? Items(order["order_items"])
            ?? Address(order["address"]);
    }

    public static JObject New(long id, DateTimeOffset now) => new()
    {
        ["id"] = id,
        ["order_id"] = id,
        ["rrn"] = null,
        ["status"] = OrderStatuses.All[0],
        ["created_at"] = now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
    };

    /// <summary>What was posted takes the place of what was there; items are replaced as a whole and get ids.</summary>
    public static void Merge(JObject order, JObject posted, long id)
    {
        foreach (var member in posted.Properties().Where(member => member.Name is not ("id" or "order_id" or "created_at")))
            order[member.Name] = member.Value.DeepClone();
        if (order["order_items"] is not JArray items)
            return;
        for (var i = 0; i < items.Count; i++)
        {
            var item = (JObject)items[i];
            if (WholeNumber.IsAbsent(item["id"]))
                item["id"] = WholeNumber.Read(item["order_id"]) ?? ((id * OrderFacts.ItemsPerOrder) + i + 1);
        }

        // The status of an order is known to stand at its items; the page names no other place.
        if (posted["status"] is null && posted["order_items"] is JArray { Count: > 0 } sent && sent[0]["order_status"] is { } status)
            order["status"] = status.DeepClone();
    }

    private static (string, string)? Items(JToken? value)
    {
        if (value is null)
            return null;
        if (value is not JArray items)
            return ("order_items", "Expected a list of items.");
        if (items.Count == 0)
            return ("order_items", "This list may not be empty.");
        foreach (var item in items)
        {
            if (item is not JObject)
                return ("order_items", "Invalid data. Expected a dictionary.");
            if (WholeNumber.Read(item["product"]) is not { } product || !LookUps.IsProduct(product))
                return ("order_items", NoSuch(item["product"]));
            if (WholeNumber.Read(item["quantity"]) is null or 0)
                return ("order_items", "Ensure that quantity is greater than or equal to 1.");
            if (item["order_status"] is { } status && OrderStatuses.Find((status as JValue)?.Value as string) < 0)
                return ("order_items", $"\"{status}\" is not a valid choice.");
        }

        return null;
    }

    private static (string, string)? Address(JToken? value)
    {
        if (WholeNumber.IsAbsent(value))
            return null;
        if (value is not JObject address)
            return ("address", "Invalid data. Expected a dictionary.");
        if (!WholeNumber.IsAbsent(address["zip_code"]) && WholeNumber.Read(address["zip_code"]) is null)
            return ("zip_code", NotWhole);
        return Reference(address, "region_id", LookUps.IsRegion)
            ?? Reference(address, "locality_id", LookUps.IsLocality)
            ?? Reference(address, "sector", LookUps.IsSector);
    }

    private static (string, string)? Presence(JObject order, string name, bool isUpdate)
        => isUpdate || !WholeNumber.IsAbsent(order[name]) ? null : (name, Required);

    private static (string, string)? Reference(JObject holder, string name, Func<long, bool> exists)
    {
        if (WholeNumber.IsAbsent(holder[name]))
            return null;
        if (WholeNumber.Read(holder[name]) is not { } id)
            return (name, NotWhole);
        return exists(id) ? null : (name, NoSuch(holder[name]));
    }

    private static string NoSuch(JToken? id) => $"Invalid pk \"{id}\" - object does not exist.";
}
