using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Journal;
using OrderOps.Outcomes;

namespace OrderOps.Tests.Support;

/// <summary>A journal without a file, which writes down what it is asked and can be made to fail.</summary>
internal sealed class MemoryJournal : IJournal
{
    private const string Sending = "Sending";

    private readonly Dictionary<string, JournalEntry> _rows = new();
    private readonly List<string> _log = new();

    public static StoreException Full { get; } = new("StoreFull", "/journal.db", "The disk is full.", "Make room.");

    public string Location => "/journal.db";

    public bool IsNew => false;

    /// <summary>What fails, by its name: <c>Foresee</c>, <c>Claim</c>, <c>Settle</c>, <c>Renew</c> or <c>End</c>.</summary>
    public Func<string, Exception?> FailOn { get; set; } = static _ => null;

    /// <summary>Whether a look sees nothing, as when another process claims right after it.</summary>
    public bool IsBlind { get; set; }

    /// <summary>Whether the lease has run out.</summary>
    public Func<bool> Lapsed { get; set; } = static () => false;

    /// <summary>Whether another run has taken orders over meanwhile.</summary>
    public bool IsTakenOver { get; set; }

    public RunSummary? Ended { get; private set; }

    /// <summary>What was asked of it, in order: <c>claim A B</c>, <c>settle A Accepted</c>.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToArray();
            }
        }
    }

    public IReadOnlyCollection<string> Operations => new HashSet<string>(_rows.Values.Select(row => row.Operation));

    public string OutcomeOf(string key)
    {
        lock (_log)
        {
            return _rows.Values.Single(row => row.Key == key).Outcome;
        }
    }

    public string Fingerprint(IReadOnlyList<string> secrets) => "key:" + string.Join("+", secrets.Select(secret => secret.Length));

    public IReadOnlyList<string> Accounts(string service, string baseAddress)
    {
        lock (_log)
        {
            return _rows.Values.Where(row => row.Service == service && row.BaseAddress == baseAddress).Select(row => row.Account).Distinct().ToArray();
        }
    }

    public IJournalRun Begin(RunSummary summary, SendRules rules) => new Run(this, summary, rules);

    public IEnumerable<JournalEntry> Find(JournalQuery query) => throw new NotSupportedException();

    public long Count(JournalQuery query) => throw new NotSupportedException();

    public IEnumerable<RunSummary> FindRuns(RunQuery query) => throw new NotSupportedException();

    public JournalEntry? Resolve(JournalEntry entry, Outcome outcome, string who, string reason) => throw new NotSupportedException();

    public Removal Remove(RemovalQuery query) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private void Check(string what)
    {
        if (FailOn(what) is { } failure)
        {
            throw failure;
        }
    }

    private sealed class Run(MemoryJournal journal, RunSummary summary, SendRules rules) : IJournalRun
    {
        public bool HoldsLease => !journal.Lapsed();

        public Task<bool> RenewAsync()
        {
            journal.Check("Renew");
            if (!journal.IsTakenOver)
            {
                journal.Lapsed = static () => false;
            }

            return Task.FromResult(!journal.IsTakenOver);
        }

        public ClaimAnswer Foresee(OrderClaim order)
        {
            journal.Check("Foresee");
            lock (journal._log)
            {
                return journal.IsBlind ? ClaimAnswer.First : Answer(order);
            }
        }

        public Task<IReadOnlyList<ClaimAnswer>> ClaimAsync(IReadOnlyList<OrderClaim> orders, bool claimsFollow = false)
        {
            lock (journal._log)
            {
                journal._log.Add("claim " + string.Join(" ", orders.Select(order => order.Key)));
                journal.Check("Claim");
                return Task.FromResult<IReadOnlyList<ClaimAnswer>>(orders.Select(Claim).ToArray());
            }
        }

        public Task<IReadOnlyList<int>> SettleAsync(IReadOnlyList<SettledOrder> orders, bool claimsFollow = false)
        {
            lock (journal._log)
            {
                journal._log.Add("settle " + string.Join(" ", orders.Select(order => $"{order.Key} {order.Outcome}")));
                journal.Check("Settle");
                foreach (SettledOrder order in orders)
                {
                    JournalEntry row = journal._rows[Row(order.Operation, order.Key)];
                    journal._rows[Row(order.Operation, order.Key)] = Entry(
                        row.Operation, row.Identity, row.Content, order.Outcome.ToString(), row.Attempts + order.Attempts, order.Message, order.Reference);
                }

                return Task.FromResult<IReadOnlyList<int>>(journal.IsTakenOver ? [0] : []);
            }
        }

        public void End(RunSummary ended)
        {
            journal.Check("End");
            journal.Ended = ended;
        }

        public void Dispose()
        {
        }

        private ClaimAnswer Claim(OrderClaim order)
        {
            ClaimAnswer answer = Answer(order);
            if (answer.Kind == ClaimKind.Send)
            {
                journal._rows[Row(order.Operation, order.Key)] =
                    Entry(order.Operation, order.Key, order.Content, Sending, answer.Earlier?.Attempts ?? 0, "", null);
            }

            return answer;
        }

        private ClaimAnswer Answer(OrderClaim order)
        {
            journal._rows.TryGetValue(Row(order.Operation, order.Key), out JournalEntry? earlier);
            ClaimHold hold = earlier?.Outcome != Sending ? ClaimHold.None : journal.IsTakenOver ? ClaimHold.Held : ClaimHold.Lost;
            ClaimKind kind = ClaimRule.Of(order, earlier, hold, rules);
            return new ClaimAnswer(kind, earlier, kind == ClaimKind.Held ? "process 4711" : null);
        }

        private string Row(string operation, OrderIdentity key) =>
            string.Join("|", summary.Service, summary.BaseAddress, summary.Account, operation, key.Number, key.Part);

        private JournalEntry Entry(string operation, OrderIdentity key, ulong content, string outcome, int attempts, string message, string? reference) => new()
        {
            Service = summary.Service,
            BaseAddress = summary.BaseAddress ?? "",
            Account = summary.Account ?? "",
            Operation = operation,
            Key = key.ToString(),
            OrderNumber = key.Number,
            SubOrder = key.Part,
            Content = content,
            Outcome = outcome,
            Attempts = attempts,
            Message = message,
            Reference = reference,
            RunId = summary.RunId,
            Sent = ManualTimeProvider.Start,
            Settled = outcome == Sending ? null : ManualTimeProvider.Start,
        };
    }
}
