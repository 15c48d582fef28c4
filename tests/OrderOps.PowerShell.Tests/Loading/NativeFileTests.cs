using System.IO;
using System.Runtime.InteropServices;
using OrderOps.Loader;
using Xunit;

namespace OrderOps.PowerShell.Tests.Loading;

public class NativeFileTests
{
    [Theory]
    [InlineData("win-x64", Architecture.X64, "win-x64", "e_sqlite3.dll")]
    [InlineData("win-x86", Architecture.X86, "win-x86", "e_sqlite3.dll")]
    [InlineData("win-arm64", Architecture.Arm64, "win-arm64", "e_sqlite3.dll")]
    [InlineData("linux-x64", Architecture.X64, "linux-x64", "libe_sqlite3.so")]
    [InlineData("ubuntu.24.04-arm64", Architecture.Arm64, "linux-arm64", "libe_sqlite3.so")]
    [InlineData("linux-musl-x64", Architecture.X64, "linux-musl-x64", "libe_sqlite3.so")]
    [InlineData("alpine.3.20-x64", Architecture.X64, "linux-musl-x64", "libe_sqlite3.so")]
    [InlineData("osx-x64", Architecture.X64, "osx-x64", "libe_sqlite3.dylib")]
    [InlineData("osx-arm64", Architecture.Arm64, "osx-arm64", "libe_sqlite3.dylib")]
    public void Each_machine_has_its_file(string runtime, Architecture architecture, string folder, string file) =>
        Assert.Equal(Path.Combine(folder, file), NativeFile.PathOf("e_sqlite3", runtime, architecture));
}
