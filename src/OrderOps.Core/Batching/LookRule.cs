namespace OrderOps.Batching;

/// <summary>
/// Which orders are looked up before they are claimed. A look costs the thread that reads the input, and only saves an order
/// its place in a batch: once a journal has known none of many in a row, every 64th will do until it knows one again.
/// </summary>
/// <param name="always">Whether nothing follows that would find what was not looked up.</param>
internal sealed class LookRule(bool always)
{
    private const int Many = 64;
    private const int EveryMask = 63;

    private int _strangers;

    /// <summary>Whether the next order is to be looked up.</summary>
    public bool IsDue()
    {
        bool due = always || _strangers < Many || (_strangers & EveryMask) == 0;
        if (!due)
        {
            _strangers++;
        }

        return due;
    }

    /// <summary>Notes what a look said.</summary>
    /// <param name="isKnown">Whether the journal knew the order.</param>
    public void Note(bool isKnown) => _strangers = isKnown ? 0 : _strangers == int.MaxValue ? Many : _strangers + 1;
}
