using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>JSON of postings, with settings of its own: texts stay texts, amounts stay exact.</summary>
internal static class PostingJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonTextReader Reader(TextReader text) => new(text)
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = 64,
        CloseInput = false,
    };

    /// <summary>Reads a body; null if it is no JSON object.</summary>
    public static JObject? TryParse(byte[] body)
    {
        try
        {
            using JsonTextReader reader = Reader(new StringReader(Strict.GetString(body)));
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (System.Exception failure) when (failure is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    public static byte[] Bytes(JToken posting) => Strict.GetBytes(posting.ToString(Formatting.None));
}
