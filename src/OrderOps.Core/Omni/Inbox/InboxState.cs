using System;

namespace OrderOps.Omni;

/// <summary>Where a stored delivery stands.</summary>
internal static class InboxState
{
    /// <summary>No command has taken it yet.</summary>
    public const string Undelivered = "Undelivered";

    /// <summary>A command took it.</summary>
    public const string Delivered = "Delivered";

    /// <summary>Put aside after its last attempt.</summary>
    public const string Failed = "Failed";

    /// <summary>It can't be a posting.</summary>
    public const string Quarantine = "Quarantine";

    // A state's place is what stands in the file.
    private static readonly string[] Names = [Undelivered, Delivered, Failed, Quarantine];

    /// <summary>All of them.</summary>
    public static System.Collections.Generic.IReadOnlyList<string> All => Names;

    /// <summary>The name of what stands in the file.</summary>
    internal static string Of(int number) => Names[number];

    /// <summary>What stands in the file.</summary>
    internal static int NumberOf(string name)
    {
        int number = Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return number >= 0 ? number : throw new ArgumentException($"'{name}' is no state of an inbox's entry.", nameof(name));
    }
}
