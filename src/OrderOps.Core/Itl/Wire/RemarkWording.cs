using System;
using System.Text.RegularExpressions;

namespace OrderOps.Itl;

/// <summary>
/// What the service's words mean, since it has no codes. Only a text that says it of this very order counts, and a
/// negation or a doubt never does: an order taken for a duplicate that is none is an order lost.
/// </summary>
internal static class RemarkWording
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Order = @"\border(?:'s)?(?:\s+(?:number|no|num|id|ref|reference|code))?(?:\s+(?:[^\s]*[0-9][^\s]*|['""#][^\s]+))?";
    private const string There = @"(?:exists?|existed|existing|present|available|synced|imported|uploaded|processed|created|added|received|placed|submitted|registered|used|taken|in\s+(?:the\s+|our\s+)?(?:system|use|panel))";

    private static readonly Regex OrderNumber = new(@"\border\s+no\.", Options);

    private static readonly Regex ClauseEnd = new(
        @"[;!?,]|\.(?:\s|$)|\s-\s|\b(?:and|but|hence|so|therefore|because|since)\b|\bas\s+(?:it|this|the|order)\b", Options);

    private static readonly Regex Denied = new(
        @"\b(?:not|never|neither|nor|without|cannot|cant|unable|fail(?:ed|s)?\s+to|if|whether|unless|may|might|could|should|check|ensure|please)\b|n't\b|(?<!\border\s)\bno\b", Options);

    private static readonly Regex OtherThing = new(
        @"\b(?:pin|pincode|pin\s*code|sku|product|item|items|phone|mobile|contact|email|e-mail|address|customer|awb|waybill|airwaybill|warehouse|pickup|hsn|gst|invoice|reseller|another|other|different|similar)\b", Options);

    private static readonly Regex Duplicate = new(
        @"\bduplicate\s+order\b(?!\s+(?:items?|lines?|products?|skus?|names?|phones?|details?)\b)"
        + @"|\bduplicate\s+(?:entry|record)\s+(?:for|of)\s+(?:the\s+|this\s+)?order\b"
        + "|" + Order + @"\s+(?:is\s+|was\s+|has\s+been\s+)?(?:a\s+)?duplicate\b"
        + "|" + Order + @"\s+(?:is\s+|was\s+|has\s+|have\s+|had\s+)?already\s+(?:been\s+)?(?:an?\s+)?" + There + @"\b"
        + "|" + Order + @"\s+(?:exists?|existed)\b"
        + @"|\balready\s+" + There + @"\s+(?:this\s+|the\s+)?order\b", Options);

    private static readonly Regex Cancelled = new(
        @"\balready\s+(?:been\s+)?(?:in\s+)?(?:marked\s+(?:as\s+)?)?cancell?ed\b|\bcancell?ed\s+already\b", Options);

    private static readonly Regex Credential = new(@"\baccess[\s_]?token\b|\bsecret[\s_]?key\b|\bcredentials?\b", Options);

    private static readonly Regex Wrong = new(
        @"\b(?:invalid|wrong|incorrect|expired|mismatch(?:ed)?|missing|required|blank|empty|denied|revoked)\b|\bnot\s+(?:\w+\s+)?(?:match(?:ed|ing)?|valid|found|correct|authori[sz]ed)\b", Options);

    private static readonly Regex Unauthorized = new(@"^\W*(?:unauthori[sz]ed(?:\s+(?:access|request))?|authentication\s+failed)\W*$", Options);

    private static readonly Regex InvalidRequest = new(@"^\W*invalid\s+request\W*$", Options);

    /// <summary>Whether it says that this order exists already.</summary>
    public static bool SaysDuplicate(string text) =>
        (Has(text, "already") || Has(text, "duplicate") || Has(text, "exist")) && SaysInOneClause(text, Duplicate, otherThings: false);

    /// <summary>Whether it says that it is cancelled already.</summary>
    public static bool SaysCancelled(string text) => Has(text, "cancel") && SaysInOneClause(text, Cancelled, otherThings: true);

    /// <summary>Whether it refuses access token or secret key.</summary>
    public static bool SaysCredentials(string text) =>
        text.Length > 0 && ((Credential.IsMatch(text) && Wrong.IsMatch(text)) || Unauthorized.IsMatch(text));

    /// <summary>Whether it is what the service answers under a path that it does not have.</summary>
    public static bool SaysWrongAddress(string text) => text.Length > 0 && InvalidRequest.IsMatch(text);

    // Nearly every remark is of a success; looking for a word first takes a hundredth of what the patterns take.
    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool SaysInOneClause(string text, Regex wording, bool otherThings)
    {
        if (!wording.IsMatch(text = OrderNumber.Replace(text, "order no")))
        {
            return false;
        }

        foreach (string clause in ClauseEnd.Split(text))
        {
            if (wording.IsMatch(clause) && !Denied.IsMatch(clause) && (otherThings || !OtherThing.IsMatch(clause)))
            {
                return true;
            }
        }

        return false;
    }
}
