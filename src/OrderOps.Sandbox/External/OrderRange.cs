namespace OrderOps.Sandbox.External;

/// <summary>How many orders there are: generated ones first, then those that were created. Both have positions from 0 on.</summary>
internal readonly struct OrderRange(int generated, int created)
{
    // Beyond all ids of generated orders, also of those that are asked for later.
    private const long FirstCreatedId = 5_000_001;

    public int Generated { get; } = generated;

    public int Created { get; } = created;

    public int Count => Generated + Created;

    public long IdAt(int position) => position < Generated ? position + 1 : IdOfCreated(position - Generated);

    public bool Has(long id) => (id >= 1 && id <= Generated) || (id >= FirstCreatedId && id < FirstCreatedId + Created);

    public static long IdOfCreated(int number) => FirstCreatedId + number;
}
