using System;
using Microsoft.Data.Sqlite;
using OrderOps.Journal;
using OrderOps.Omni;
using Xunit;

namespace OrderOps.Tests.Omni;

public sealed class EventOrderTests
{
    [Theory]
    [InlineData(5L, 1, 6L, 2, true)]
    [InlineData(6L, 1, 5L, 2, false)]
    [InlineData(5L, 1, 5L, 2, true)]
    [InlineData(5L, 2, 5L, 1, false)]
    [InlineData(5L, 1, 5L, 1, false)]
    [InlineData(null, 1, 5L, 2, true)]
    [InlineData(null, 2, 5L, 1, false)]
    [InlineData(5L, 1, null, 2, true)]
    [InlineData(5L, 2, null, 1, false)]
    [InlineData(null, 1, null, 2, true)]
    public void The_time_decides_where_both_tell_it_and_else_the_number_here_and_in_the_file(long? time, long id, long? otherTime, long otherId, bool older)
    {
        Assert.Equal(older, new EventOrder(time, id).IsOlderThan(new EventOrder(otherTime, otherId)));

        NativeSqlite.Need();
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        object? inFile = connection.Scalar(
            "SELECT " + EventOrder.IsOlder("$time", "$id", "$otherTime", "$otherId"), ("$time", time), ("$id", id), ("$otherTime", otherTime), ("$otherId", otherId));
        Assert.Equal(older, Convert.ToBoolean(inFile, System.Globalization.CultureInfo.InvariantCulture));
    }
}
