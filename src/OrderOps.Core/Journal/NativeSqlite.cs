using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OrderOps.Journal;

/// <summary>Loads the native SQLite once a process.</summary>
internal static class NativeSqlite
{
    private static readonly Lazy<bool> Ready = new(Load);
    private static readonly Lazy<Task> Warm = new(static () => Task.Run(Use));

    /// <summary>Makes sure that it is loaded.</summary>
    /// <exception cref="StoreException">It is missing, or made for another machine.</exception>
    public static void Need() => _ = Ready.Value;

    /// <summary>
    /// Loads it on another thread, with what leads to it, for somebody who is about to need it: in a process that has just
    /// begun, that takes longer than opening a file. What fails is told by <see cref="Need"/>.
    /// </summary>
    public static void Expect() => _ = Warm.Value;

    /// <summary>The folder under <c>native</c> that a machine's file is in.</summary>
    internal static string WindowsFolder(Architecture architecture) => architecture switch
    {
        Architecture.X86 => "win-x86",
        Architecture.Arm64 => "win-arm64",
        _ => "win-x64",
    };

    private static void Use()
    {
        try
        {
            Need();
            using SqliteConnection connection = new("Data Source=:memory:;Pooling=False");
            connection.Open();
            connection.Scalar("PRAGMA user_version");
        }
        catch (Exception e) when (e is StoreException or SqliteException)
        {
        }
    }

    private static bool Load()
    {
        try
        {
            Preload();
            Batteries_V2.Init();

            // Nobody asks how much memory it has, and counting that takes a lock twice for each piece. Without effect where
            // somebody else in the process was first.
            raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or TypeInitializationException or FileNotFoundException or TypeLoadException)
        {
            throw new StoreException(
                "StoreEngineMissing",
                "",
                $"The native SQLite for {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, could not be loaded: {e.Message}",
                "Reinstall the module; it ships SQLite for Windows x64, x86 and arm64, Linux x64, arm64 and musl x64, and macOS x64 and arm64.",
                e);
        }
    }

    // PowerShell 7 asks the module's load context. Windows PowerShell has none, but takes a file that is loaded already.
    private static void Preload()
    {
        if (!RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal) || Path.DirectorySeparatorChar != '\\')
        {
            return;
        }

        string lib = Path.GetDirectoryName(typeof(NativeSqlite).Assembly.Location) ?? "";
        string file = Path.Combine(lib, "..", "native", WindowsFolder(RuntimeInformation.ProcessArchitecture), "e_sqlite3.dll");
        if (File.Exists(file) && LoadLibraryW(Path.GetFullPath(file)) == IntPtr.Zero)
        {
            throw new DllNotFoundException($"'{file}' can't be loaded (error {Marshal.GetLastWin32Error()}).");
        }
    }

#pragma warning disable SYSLIB1054
    [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr LoadLibraryW(string path);
#pragma warning restore SYSLIB1054
}
