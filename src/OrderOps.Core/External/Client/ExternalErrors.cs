namespace OrderOps.External;

/// <summary>What goes wrong with ECOM.md, each with its id.</summary>
internal static class ExternalErrors
{
    public const string Service = "External";

    public const string CredentialsRefused = "ExternalCredentialsRefused";
    public const string AddressWrong = "ExternalAddressWrong";
    public const string EndpointInvalid = "ExternalEndpointInvalid";
    public const string NotFound = "ExternalNotFound";
    public const string ReadFailed = "ExternalReadFailed";
    public const string RequestRefused = "ExternalRequestRefused";
    public const string ReplyUnreadable = "ExternalReplyUnreadable";
    public const string PageRepeated = "ExternalPageRepeated";
    public const string NextOnOtherHost = "ExternalNextOnOtherHost";
    public const string IdInvalid = "ExternalIdInvalid";

    public const string OrderInvalid = "ExternalOrderInvalid";
    public const string OrderRejected = "ExternalOrderRejected";
    public const string OrderUnknown = "ExternalOrderUnknown";
    public const string ItemInvalid = "ExternalItemInvalid";
    public const string ItemRejected = "ExternalItemRejected";
    public const string ItemUnknown = "ExternalItemUnknown";
}
