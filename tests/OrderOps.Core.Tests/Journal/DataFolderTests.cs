using System.IO;
using OrderOps.Journal;
using Xunit;

namespace OrderOps.Tests.Journal;

public class DataFolderTests
{
    [Theory]
    [InlineData(false, "/data", "/home/x/.local/share", "/data")]
    [InlineData(false, null, "/home/x/.local/share", "/home/x/.local/share")]
    [InlineData(false, "", "/home/x/.local/share", "/home/x/.local/share")]
    [InlineData(true, "/data", "/Users/x/AppData/Local", "/Users/x/AppData/Local")]
    public void The_default_is_local_data_and_XDG_counts_where_it_is_known(bool windows, string? xdg, string local, string expected) =>
        Assert.Equal(Path.Combine(expected, "OrderOps"), DataFolder.Default(windows, name => name == "XDG_DATA_HOME" ? xdg : null, local));

    [Theory]
    [InlineData("relative", "/home/x", "StoreFolderRelative")]
    [InlineData(null, "", "StoreFolderMissing")]
    public void No_folder_or_a_relative_one_is_an_error(string? xdg, string local, string id)
    {
        StoreException error = Assert.Throws<StoreException>(() => DataFolder.Default(false, _ => xdg, local));
        Assert.Equal(id, error.ErrorId);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Theory]
    [InlineData("", "StoreFolderMissing")]
    [InlineData("  ", "StoreFolderMissing")]
    [InlineData("inbox.db", "StoreFolderRelative")]
    [InlineData("./inbox.db", "StoreFolderRelative")]
    public void A_path_that_depends_on_the_current_folder_is_an_error(string path, string id) =>
        Assert.Equal(id, Assert.Throws<StoreException>(() => DataFolder.PathOf(path, "inbox.db")).ErrorId);

    [Fact]
    public void A_full_path_is_taken() =>
        Assert.Equal(Path.Combine(Path.GetTempPath(), "inbox.db"), DataFolder.PathOf(Path.Combine(Path.GetTempPath(), "inbox.db"), "other.db"));
}
