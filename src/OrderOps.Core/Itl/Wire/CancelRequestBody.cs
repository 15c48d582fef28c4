using System.Collections.Generic;
using OrderOps.Wire;

namespace OrderOps.Itl;

/// <summary>The body of a cancel request (vendor page: Cancel Order v3): the AWB numbers are one comma-joined text.</summary>
internal static class CancelRequestBody
{
    /// <param name="awbNumbers">AWB numbers that <see cref="AwbRule"/> took, at most 100.</param>
    /// <param name="accessToken">The first credential.</param>
    /// <param name="secretKey">The second credential.</param>
    public static byte[] Write(IReadOnlyList<string> awbNumbers, string accessToken, string secretKey)
    {
        JsonBytes json = JsonBytes.Begin();
        json.Raw("{\"data\":{\"access_token\":");
        json.Text(accessToken);
        json.Raw(",\"secret_key\":");
        json.Text(secretKey);
        json.Raw(",\"awb_numbers\":");
        json.Text(string.Join(",", awbNumbers));
        json.Raw("}}");
        return json.ToArray();
    }
}
