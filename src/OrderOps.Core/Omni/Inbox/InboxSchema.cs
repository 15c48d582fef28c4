using OrderOps.Journal;

namespace OrderOps.Omni;

/// <summary>The tables of an inbox. Times are milliseconds since 1970, UTC.</summary>
internal static class InboxSchema
{
    // What a delivery is, as it stands in the column kind; the states are in InboxState.
    internal const int KindNew = 0;
    internal const int KindChanged = 2;
    internal const int KindQuarantined = 3;

    private const string First = OpenMarks.Table + """
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            receiver TEXT NOT NULL,
            message_id INTEGER,
            variant BLOB NOT NULL,
            body_hash BLOB NOT NULL,
            kind INTEGER NOT NULL,
            state INTEGER NOT NULL,
            taken INTEGER NOT NULL DEFAULT 0,
            attempt INTEGER NOT NULL DEFAULT 0,
            received_at INTEGER NOT NULL,
            -- Until it is delivered, the moment it was received: a row that grows later does not fit its page any more.
            delivered_at INTEGER NOT NULL,
            event_time INTEGER,
            order_code TEXT,
            event_type TEXT,
            stale INTEGER NOT NULL DEFAULT 0,
            reason TEXT,
            remote TEXT,
            answer TEXT,
            shipments TEXT);
        CREATE UNIQUE INDEX delivery_message ON delivery (message_id, receiver, variant) WHERE kind <> 3;
        CREATE UNIQUE INDEX delivery_quarantine ON delivery (body_hash, receiver) WHERE kind = 3;
        CREATE INDEX delivery_waiting ON delivery (taken, id) WHERE state = 0;
        CREATE INDEX delivery_received ON delivery (received_at);
        CREATE INDEX delivery_order ON delivery (order_code);
        CREATE TABLE body (id INTEGER PRIMARY KEY, content BLOB NOT NULL);
        CREATE TABLE shipment (
            code TEXT NOT NULL,
            hash TEXT NOT NULL,
            print BLOB NOT NULL,
            event_time INTEGER,
            message_id INTEGER NOT NULL,
            delivery INTEGER NOT NULL,
            PRIMARY KEY (code, hash)) WITHOUT ROWID;
        CREATE TABLE mention (code TEXT NOT NULL, delivery INTEGER NOT NULL, PRIMARY KEY (code, delivery)) WITHOUT ROWID;
        CREATE TABLE order_mark (
            order_code TEXT NOT NULL,
            receiver TEXT NOT NULL,
            event_time INTEGER,
            message_id INTEGER NOT NULL,
            delivery INTEGER NOT NULL,
            PRIMARY KEY (order_code, receiver)) WITHOUT ROWID;
        CREATE TABLE consumer (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            process_id INTEGER NOT NULL,
            start_ticks INTEGER NOT NULL,
            boot_id TEXT NOT NULL,
            host TEXT NOT NULL,
            started_at INTEGER NOT NULL);
        """;

    /// <summary>"OoIb".</summary>
    public static StoreSchema Schema { get; } = new("inbox", 0x4F6F4962, [First]);
}
