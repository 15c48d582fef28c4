using System.Diagnostics;

namespace OrderOps.Tests.Support;

/// <summary>Who may do what with a file, as <c>ls</c> shows it.</summary>
internal static class FileRights
{
    public static string Of(string path)
    {
        using Process ls = Process.Start(new ProcessStartInfo("ls", $"-ld \"{path}\"") { RedirectStandardOutput = true, UseShellExecute = false })!;
        return ls.StandardOutput.ReadToEnd().Substring(0, 10);
    }
}
