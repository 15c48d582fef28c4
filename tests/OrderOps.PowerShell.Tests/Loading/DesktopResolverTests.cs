using System.IO;
using OrderOps.PowerShell.Loading;
using Xunit;

namespace OrderOps.PowerShell.Tests.Loading;

public class DesktopResolverTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "Modules", "OrderOps", "bin", "lib");
    private static readonly string Elsewhere = Path.Combine(Path.GetTempPath(), "Modules", "Other");

    [Theory]
    [InlineData("System.Memory, Version=4.0.1.1, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51")]
    [InlineData("System.Memory, Version=99.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51")]
    [InlineData("System.Memory")]
    public void Our_own_assemblies_get_what_the_folder_has_at_any_version(string asked) =>
        Assert.Equal(Path.Combine(Folder, "System.Memory.dll"), Answer(asked, Folder, has: "System.Memory.dll"));

    [Fact]
    public void The_spelling_of_the_folder_does_not_matter() =>
        Assert.NotNull(Answer("System.Memory", Folder.ToUpperInvariant(), has: "System.Memory.dll"));

    [Fact]
    public void A_name_that_the_folder_lacks_is_left_to_others() =>
        Assert.Null(Answer("Newtonsoft.Json.resources, Version=13.0.0.0, Culture=de", Folder, has: "Newtonsoft.Json.dll"));

    [Fact]
    public void Another_modules_request_is_left_to_others() =>
        Assert.Null(Answer("Newtonsoft.Json, Version=6.0.0.0", Elsewhere, has: "Newtonsoft.Json.dll"));

    [Fact]
    public void A_request_by_nobody_is_left_to_others() =>
        Assert.Null(Answer("Newtonsoft.Json, Version=6.0.0.0", string.Empty, has: "Newtonsoft.Json.dll"));

    private static string? Answer(string asked, string requester, string has) =>
        DesktopResolver.Answer(asked, requester, Folder, path => path == Path.Combine(Folder, has));
}
