using System;
using OrderOps.Outcomes;

namespace OrderOps.Journal;

/// <summary>What the keys of orders are unique in. Service, account and operation are the same in any case.</summary>
/// <param name="Service">The service.</param>
/// <param name="BaseAddress">The address, as <see cref="AddressOf"/> writes it.</param>
/// <param name="Account">As whom.</param>
/// <param name="Operation">What was asked.</param>
internal sealed record JournalScope(string Service, string BaseAddress, string Account, string Operation)
{
    /// <summary>The scope of a run's operation.</summary>
    public static JournalScope Of(RunSummary run, string operation) => new(run.Service, AddressOf(run.BaseAddress), run.Account ?? "", operation);

    /// <summary>
    /// One spelling of an address: host and scheme in small letters, without the usual port, a slash at the end, user,
    /// query and fragment. Two spellings would be two keys, and the order would be sent twice.
    /// </summary>
    public static string AddressOf(string? address)
    {
        if (string.IsNullOrEmpty(address) || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
        {
            return (address ?? "").TrimEnd('/');
        }

        return uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
    }

    /// <summary>Whether two say the same of what is not case-sensitive.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
