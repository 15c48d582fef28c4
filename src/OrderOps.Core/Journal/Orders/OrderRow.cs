namespace OrderOps.Journal;

/// <summary>An order as it stands in the file.</summary>
internal sealed class OrderRow
{
    // One list for every statement, so that the places below hold for all of them.
    public const string Columns =
        "o.id, o.state, o.content, o.hash_version, o.run, o.first_sent, o.sent, o.attempts, o.batch, o.status, o.settled, o.resolution, " +
        "o.reference, o.message, r.run_id, x.who, x.reason, o.scope, o.number, o.part";

    /// <summary>The tables, with the index to go by where one is forced.</summary>
    public static string From(string index = "") => $"orders o {index} LEFT JOIN run r ON r.id=o.run LEFT JOIN resolution x ON x.id=o.resolution";

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
        Reference = statement.Text(12),
        Message = statement.Text(13),
        RunId = statement.Text(14),
        Who = statement.Text(15),
        Reason = statement.Text(16),
        Scope = statement.Number(17),
        Number = statement.Text(18) ?? "",
        Part = statement.Text(19) ?? "",
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

    /// <summary>What is said of an order whose run did not settle it.</summary>
    internal const string LostMessage = "It was being sent when its run ended or fell silent; nobody knows what became of it.";
}
