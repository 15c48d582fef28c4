using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using OrderOps.Batching;
using Xunit;

namespace OrderOps.Tests.Batching;

public sealed class HalvingTests
{
    [Theory]
    [InlineData(25, 11)]
    [InlineData(2, 3)]
    [InlineData(1, 1)]
    public async Task One_bad_order_stands_alone_in_the_end_within_few_requests(int size, int mostRequests)
    {
        for (int bad = 0; bad < size; bad++)
        {
            Service service = new(item => item == bad);
            await service.Halving.SendAsync(Enumerable.Range(0, size).ToArray());

            Assert.Equal([bad], service.Rejected);
            Assert.Equal(Enumerable.Range(0, size).Where(item => item != bad), service.Taken.OrderBy(item => item));
            Assert.True(service.Requests <= mostRequests, $"{service.Requests} requests for {bad} of {size}");
            Assert.False(service.GaveUp);
        }
    }

    [Fact]
    public async Task Parts_are_known_as_parts()
    {
        Service service = new(item => item == 3);
        await service.Halving.SendAsync([1, 2, 3, 4]);

        Assert.False(service.Parts[0]);
        Assert.All(service.Parts.Skip(1), Assert.True);
    }

    [Fact]
    public async Task Two_batches_in_a_row_that_fail_in_all_their_halves_end_the_halving()
    {
        Service service = new(_ => true);
        await service.Halving.SendAsync([1, 2, 3, 4]);
        Assert.False(service.GaveUp);
        await service.Halving.SendAsync([5, 6, 7, 8]);
        Assert.True(service.GaveUp);

        int before = service.Requests;
        await service.Halving.SendAsync([9, 10, 11, 12]);
        Assert.Equal(1, service.Requests - before);
        Assert.Equal(Enumerable.Range(1, 12), service.Rejected);
        Assert.Equal([9, 10, 11, 12], service.RejectedInCompany);
    }

    [Fact]
    public async Task A_batch_of_which_something_was_taken_starts_the_count_anew()
    {
        Service service = new(item => item > 0);
        await service.Halving.SendAsync([1, 2]);
        await service.Halving.SendAsync([0, 3]);
        await service.Halving.SendAsync([4, 5]);

        Assert.False(service.GaveUp);
    }

    [Fact]
    public async Task Orders_sent_one_by_one_may_all_be_refused_without_a_doubt_about_the_service()
    {
        Service service = new(_ => true);
        await service.Halving.SendAsync([1]);
        await service.Halving.SendAsync([2]);
        await service.Halving.SendAsync([3]);

        Assert.False(service.GaveUp);
        Assert.Equal(3, service.Requests);
    }

    [Fact]
    public async Task What_a_refusal_names_is_taken_out_and_the_rest_sent_again()
    {
        Service service = new(item => item is 2 or 4) { Names = true };
        await service.Halving.SendAsync([1, 2, 3, 4, 5]);

        Assert.Equal([2, 4], service.Rejected);
        Assert.Equal([1, 3, 5], service.Taken);
        Assert.Equal([false, true, true], service.Parts);
    }

    [Fact]
    public async Task Batches_refused_by_name_to_the_last_cast_no_doubt_on_the_service()
    {
        Service service = new(_ => true) { Names = true };
        await service.Halving.SendAsync([1, 2]);
        await service.Halving.SendAsync([3, 4]);

        Assert.Equal([1, 2, 3, 4], service.Rejected);
        Assert.Empty(service.RejectedInCompany);
        Assert.Equal(4, service.Requests);
        Assert.False(service.GaveUp);
    }

    private sealed class Service
    {
        private readonly Func<int, bool> _isBad;

        public Service(Func<int, bool> isBad)
        {
            _isBad = isBad;
            Halving = new Halving<int>(AttemptAsync, Reject, () => GaveUp = true);
        }

        public Halving<int> Halving { get; }

        public List<int> Taken { get; } = new();

        public List<int> Rejected { get; } = new();

        public List<int> RejectedInCompany { get; } = new();

        public List<bool> Parts { get; } = new();

        public int Requests { get; private set; }

        public bool GaveUp { get; private set; }

        /// <summary>Whether refusals name the first bad item.</summary>
        public bool Names { get; init; }

        private Task<WholeRefusal?> AttemptAsync(IReadOnlyList<int> items, bool isPart)
        {
            Requests++;
            Parts.Add(isPart);
            if (items.Any(_isBad))
            {
                return Task.FromResult<WholeRefusal?>(new WholeRefusal("No.", 200, Named: Names ? items.ToList().FindIndex(item => _isBad(item)) : null));
            }

            Taken.AddRange(items);
            return Task.FromResult<WholeRefusal?>(null);
        }

        private void Reject(int item, WholeRefusal refusal)
        {
            Rejected.Add(item);
            if (!refusal.Alone)
            {
                RejectedInCompany.Add(item);
            }
        }
    }
}
