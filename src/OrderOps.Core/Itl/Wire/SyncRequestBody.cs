using System;
using System.Collections.Generic;
using System.Text;
using OrderOps.Outcomes;
using OrderOps.Wire;

namespace OrderOps.Itl;

/// <summary>The body of a sync request (vendor page: Sync Order v1). It holds both credentials.</summary>
internal static class SyncRequestBody
{
    private static readonly byte[] Opening = Encoding.UTF8.GetBytes("{\"data\":{\"shipments\":[");

    /// <param name="orders">Valid orders, at most 25.</param>
    /// <param name="accessToken">The first credential.</param>
    /// <param name="secretKey">The second credential.</param>
    /// <param name="additionalData">Keys that the user adds to <c>data</c>.</param>
    /// <exception cref="ServiceConfigurationException">An additional key is one of the request's own, or its value can't be written.</exception>
    public static byte[] Write(IReadOnlyList<CheckedOrder> orders, string accessToken, string secretKey, IReadOnlyDictionary<string, object?>? additionalData)
    {
        JsonBytes json = JsonBytes.Begin();
        json.Raw(Opening);
        for (int i = 0; i < orders.Count; i++)
        {
            if (!orders[i].IsValid)
            {
                throw new ArgumentException($"The order '{orders[i].Key}' is not valid.", nameof(orders));
            }

            if (i > 0)
            {
                json.Raw(',');
            }

            orders[i].Write(json);
        }

        json.Raw("],\"access_token\":");
        json.Text(accessToken);
        json.Raw(",\"secret_key\":");
        json.Text(secretKey);
        AdditionalJson.Write(json, additionalData);
        json.Raw("}}");
        return json.ToArray();
    }
}
