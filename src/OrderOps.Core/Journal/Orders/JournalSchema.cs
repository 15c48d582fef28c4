namespace OrderOps.Journal;

/// <summary>The tables of a journal. Times are milliseconds since 1970, UTC; states are those of <see cref="OrderState"/>.</summary>
internal static class JournalSchema
{
    // Orders are claimed by the batch, and mostly share their outcome: what they have in common stands once, on the claim's
    // row, and an order has words of its own (state and all that goes with it) only where it differs, or is Unknown. An
    // order's id grows with every claim on it, so that ids are in the order of sending, and a run's and a claim's orders are
    // found between their first and last: they need no index of their own. A run's id is never used again: an order goes
    // back to the run that had it before, even where that one has been removed.
    private const string First = OpenMarks.Table + """
        CREATE TABLE meta (id INTEGER PRIMARY KEY CHECK (id = 1), fingerprint_key BLOB NOT NULL, made INTEGER NOT NULL);
        CREATE TABLE scope (
            id INTEGER PRIMARY KEY,
            service TEXT NOT NULL COLLATE NOCASE,
            base_address TEXT NOT NULL,
            account TEXT NOT NULL COLLATE NOCASE,
            operation TEXT NOT NULL COLLATE NOCASE,
            UNIQUE (service, base_address, account, operation));
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id TEXT NOT NULL UNIQUE,
            command TEXT NOT NULL,
            service TEXT NOT NULL COLLATE NOCASE,
            base_address TEXT,
            connection TEXT,
            environment TEXT,
            account TEXT,
            note TEXT,
            module_version TEXT NOT NULL,
            host TEXT NOT NULL,
            process_id INTEGER NOT NULL,
            start_ticks INTEGER NOT NULL,
            boot_id TEXT NOT NULL,
            process_host TEXT NOT NULL,
            process_started INTEGER NOT NULL,
            lease_until INTEGER NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER,
            ended_by TEXT,
            failure TEXT,
            configuration_failed INTEGER NOT NULL DEFAULT 0,
            first_sent INTEGER,
            last_sent INTEGER,
            first_order INTEGER,
            last_order INTEGER,
            requests INTEGER NOT NULL DEFAULT 0,
            blank_rows INTEGER NOT NULL DEFAULT 0,
            unread_files INTEGER NOT NULL DEFAULT 0,
            sending INTEGER NOT NULL DEFAULT 0,
            accepted INTEGER NOT NULL DEFAULT 0,
            duplicate INTEGER NOT NULL DEFAULT 0,
            rejected INTEGER NOT NULL DEFAULT 0,
            invalid INTEGER NOT NULL DEFAULT 0,
            unknown INTEGER NOT NULL DEFAULT 0,
            skipped INTEGER NOT NULL DEFAULT 0,
            not_sent INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX run_started ON run (started);
        CREATE INDEX run_living ON run (id) WHERE ended_by IS NULL;
        CREATE TABLE claim (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL,
            sent INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            hash_version INTEGER NOT NULL,
            state INTEGER NOT NULL,
            whole INTEGER NOT NULL DEFAULT 1,
            batch INTEGER,
            status INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0,
            settled INTEGER,
            message TEXT,
            reference_lines TEXT);
        CREATE INDEX claim_sent ON claim (sent, first, last);
        CREATE INDEX claim_open ON claim (run) WHERE state = 7;
        CREATE TABLE orders (
            id INTEGER PRIMARY KEY,
            scope INTEGER NOT NULL,
            number TEXT NOT NULL,
            part TEXT NOT NULL,
            content INTEGER NOT NULL,
            claim INTEGER NOT NULL,
            first_sent INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0,
            state INTEGER,
            batch INTEGER,
            status INTEGER,
            settled INTEGER,
            resolution INTEGER,
            reference TEXT,
            message TEXT,
            UNIQUE (scope, number, part));
        CREATE INDEX orders_unknown ON orders (id) WHERE state = 4;
        CREATE TABLE resolution (
            id INTEGER PRIMARY KEY,
            scope INTEGER NOT NULL,
            number TEXT NOT NULL,
            part TEXT NOT NULL,
            at INTEGER NOT NULL,
            who TEXT NOT NULL,
            was INTEGER NOT NULL,
            now INTEGER NOT NULL,
            reason TEXT NOT NULL);
        CREATE INDEX resolution_order ON resolution (number);
        """;

    /// <summary>"OoJr".</summary>
    public static StoreSchema Schema { get; } = new("journal", 0x4F6F4A72, [First]);
}
