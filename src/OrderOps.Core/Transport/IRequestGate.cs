using System.Threading.Tasks;

namespace OrderOps.Transport;

/// <summary>Asked whether a request may still leave the machine: before each of its attempts, and once more before its first byte.</summary>
internal interface IRequestGate
{
    /// <summary>Whether it is open, by what is known at once.</summary>
    bool IsOpen { get; }

    /// <summary>Tries to open it where it is shut.</summary>
    /// <returns>Why it stays shut, as a clause that ends a sentence; nothing where it is open.</returns>
    Task<string?> WhyShutAsync();
}
