namespace OrderOps.Journal;

/// <summary>An order as it stands in the file, on its own row or on that of its claim.</summary>
internal sealed class OrderRow
{
    /// <summary>How an order stands.</summary>
    public const string Standing = "coalesce(o.state, c.state)";

    // One list for every statement, so that the places below hold for all of them.
    public const string Columns =
        "o.id, " + Standing + ", o.content, c.hash_version, c.run, coalesce(o.first_sent, c.sent), c.sent, " +
        "o.attempts + iif(o.state IS NULL, c.attempts, 0), iif(o.state IS NULL, c.batch, o.batch), iif(o.state IS NULL, c.status, o.status), " +
        "iif(o.state IS NULL, c.settled, o.settled), o.resolution, iif(o.state IS NULL, c.reference_lines, o.reference), " +
        "iif(o.state IS NULL, c.message, o.message), r.run_id, x.who, x.reason, o.scope, o.number, o.part, o.claim, " +
        "iif(o.state IS NULL, o.id - c.first, -1)";

    /// <summary>The tables that say how an order stands.</summary>
    public const string Tables = "orders o CROSS JOIN claim c ON c.id=o.claim";

    /// <summary>The same, gone through by the orders' ids alone.</summary>
    public const string TablesById = "orders o NOT INDEXED CROSS JOIN claim c ON c.id=o.claim";

    /// <summary>The tables that say who settled an order.</summary>
    public const string Names = "LEFT JOIN run r ON r.id=c.run LEFT JOIN resolution x ON x.id=o.resolution";

    /// <summary>What is said of an order whose run did not settle it.</summary>
    internal const string LostMessage = "It was being sent when its run ended or fell silent; nobody knows what became of it.";

    public long Id { get; init; }

    public long State { get; init; }

    public long Content { get; init; }

    public long HashVersion { get; init; }

    public long Run { get; init; }

    public long FirstSent { get; init; }

    public long Sent { get; init; }

    public long Attempts { get; init; }

    public long? Batch { get; init; }

    public long? Status { get; init; }

    public long? Settled { get; init; }

    public long? Resolution { get; init; }

    public string? Reference { get; init; }

    public string? Message { get; init; }

    public string? RunId { get; init; }

    public string? Who { get; init; }

    public string? Reason { get; init; }

    public long Scope { get; init; }

    public string Number { get; init; } = "";

    public string Part { get; init; } = "";

    public long Claim { get; init; }

    /// <summary>Reads the row that a statement stands at.</summary>
    public static OrderRow Read(RawStatement statement) => new()
    {
        Id = statement.Number(0),
        State = statement.Number(1),
        Content = statement.Number(2),
        HashVersion = statement.Number(3),
        Run = statement.Number(4),
        FirstSent = statement.Number(5),
        Sent = statement.Number(6),
        Attempts = statement.Number(7),
        Batch = statement.NumberOrNothing(8),
        Status = statement.NumberOrNothing(9),
        Settled = statement.NumberOrNothing(10),
        Resolution = statement.NumberOrNothing(11),
        Reference = ReferenceLines.Read(statement.Text(12), (int)statement.Number(21)),
        Message = statement.Text(13),
        RunId = statement.Text(14),
        Who = statement.Text(15),
        Reason = statement.Text(16),
        Scope = statement.Number(17),
        Number = statement.Text(18) ?? "",
        Part = statement.Text(19) ?? "",
        Claim = statement.Number(20),
    };

    /// <summary>As people read it.</summary>
    /// <param name="scope">Where it was sent, as whom, and what was asked.</param>
    /// <param name="journal">The journal's file.</param>
    /// <param name="hold">Whether a run has it in hand.</param>
    public JournalEntry ToEntry(JournalScope scope, string journal, ClaimHold hold)
    {
        bool lost = State == OrderState.Sending && hold != ClaimHold.Held;
        return new JournalEntry
        {
            Service = scope.Service,
            BaseAddress = scope.BaseAddress,
            Account = scope.Account,
            Operation = scope.Operation,
            Key = new OrderIdentity(Number, Part).ToString(),
            OrderNumber = Number,
            SubOrder = Part,
            Outcome = OrderState.NameOf(lost ? OrderState.Unknown : State),
            Message = lost ? LostMessage : Message ?? "",
            Reference = Reference,
            StatusCode = (int?)Status,
            Attempts = (int)Attempts,
            RunId = RunId ?? "",
            Batch = (int?)Batch,
            FirstSent = StoreTime.Of(FirstSent),
            Sent = StoreTime.Of(Sent),
            Settled = Settled is { } settled ? StoreTime.Of(settled) : null,
            ResolvedBy = Who,
            Reason = Reason,
            Journal = journal,
            Content = HashVersion == OrderClaim.ContentVersion ? unchecked((ulong)Content) : 0,
        };
    }
}
