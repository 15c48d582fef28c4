namespace OrderOps.Omni;

/// <summary>The words that the vendor's table names for a member.</summary>
internal static class PostingWords
{
    public static string[] OrderTypes { get; } = ["SO", "STO", "RTV", "RPO"];

    public static string[] PaymentMethods { get; } = ["COD", "NCOD"];

    public static string[] ShipmentStatuses { get; } = ["OPEN", "CLOSED", "INVOICED", "MANIFESTED", "DISPATCHED", "CANCELLED", "DELIVERED"];
}
