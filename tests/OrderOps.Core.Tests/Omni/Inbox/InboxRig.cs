using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Omni;
using OrderOps.Tests.Support;

namespace OrderOps.Tests.Omni;

/// <summary>An inbox of a test's own, and postings to put into it.</summary>
internal sealed class InboxRig : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public InboxRig() => Inbox = Open();

    public ManualTimeProvider Time { get; } = new();

    public PostingInbox Inbox { get; private set; }

    public string Path => _folder.File("inbox.db");

    public PostingInbox Open(string? path = null, bool readOnly = false) =>
        PostingInbox.Open(new InboxOptions { Path = path ?? Path, Time = Time, ReadOnly = readOnly, Prunes = !readOnly, BusyTimeout = TimeSpan.FromSeconds(20) });

    public void Reopen()
    {
        Inbox.Dispose();
        Inbox = Open();
    }

    public Task<StoredDelivery> Store(byte[] body, PostingInbox? inbox = null, string receiver = "default") => (inbox ?? Inbox).StoreAsync(
        new InboxDelivery(receiver, body, Time.GetUtcNow(), PostingReader.Read(body), "127.0.0.1"), CancellationToken.None);

    public Task<StoredDelivery> Store(long messageId, string order = "o1", int minute = 0, string shipments = "[]", string more = "") =>
        Store(Body(messageId, order, minute, shipments, more));

    public static byte[] Body(long messageId, string order = "o1", int minute = 0, string shipments = "[]", string more = "") => Encoding.UTF8.GetBytes(
        $"{{\"messageId\":{messageId},\"orderCode\":\"{order}\",\"eventType\":\"OUTWARD_ORDER_CREATE\",\"eventTime\":\"2025-01-02T03:{minute:00}:00+00:00\",\"shipments\":{shipments}{more}}}");

    /// <summary>The shipments of a posting, of one shipment of one item.</summary>
    public static string Shipment(string code = "s1", int quantity = 2, string status = "INVOICED", string invoice = "\"i1\"", string awb = "null") =>
        $"[{{\"shipmentCode\":\"{code}\",\"generatedInvoiceId\":{invoice},\"shipmentStatus\":\"{status}\",\"awbNumber\":{awb},\"shipmentItems\":" +
        $"[{{\"channelSkuCode\":\"k\",\"orderItemCode\":\"i\",\"quantity\":{quantity},\"sellingPricePerUnit\":10}}]}}]";

    public List<long?> Take(int max = 100) => [.. Inbox.TakeUndelivered(max).Select(entry => entry.MessageId)];

    /// <summary>Takes as a consumer does that wants what comes next at once.</summary>
    public IReadOnlyList<InboxEntry> Next(int max = 100) => Inbox.TakeUndelivered(max, ahead: true);

    public static long[] Ids(IEnumerable<InboxEntry> entries) => [.. entries.Select(entry => entry.MessageId!.Value)];

    public List<InboxEntry> Find(InboxQuery query) => [.. Inbox.Find(query)];

    public void Dispose()
    {
        Inbox.Dispose();
        _folder.Dispose();
    }
}
