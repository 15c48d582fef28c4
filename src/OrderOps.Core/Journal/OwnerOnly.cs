using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;

namespace OrderOps.Journal;

/// <summary>Files and folders that nobody but their owner reads.</summary>
internal static class OwnerOnly
{
    private const int OwnersFolder = 0x1C0; // 0700
    private const int OwnersFile = 0x180; // 0600

    /// <summary>Makes a folder where there is none. One that is there keeps its rights: it can be other people's, too.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (Path.GetDirectoryName(folder) is { Length: > 0 } parent && !Directory.Exists(parent))
        {
            Directory.CreateDirectory(parent);
        }

        Directory.CreateDirectory(folder);
        Restrict(folder, OwnersFolder, "(OI)(CI)F");
    }

    /// <summary>Makes an empty file where there is none, and takes others' rights away where there is one.</summary>
    public static void MakeFile(string path)
    {
        bool isNew = !File.Exists(path);
        if (isNew)
        {
            // Not the one that another process makes at the same moment.
            using FileStream made = new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        }

        if (isNew || Path.DirectorySeparatorChar == '/')
        {
            Restrict(path, OwnersFile, "F");
        }
    }

    /// <summary>Makes an empty file that nobody else could read at any moment; one that is there is emptied.</summary>
    public static void MakeNew(string path)
    {
        if (Path.DirectorySeparatorChar != '/' || !UnixFile.Create(path, OwnersFile))
        {
            // Where the system refused, this says why.
            using FileStream made = new(path, FileMode.Create, FileAccess.Write, FileShare.None);
        }

        Restrict(path);
    }

    /// <summary>Takes others' rights to a file away.</summary>
    public static void Restrict(string path) => Restrict(path, OwnersFile, "F");

    private static void Restrict(string path, int mode, string rights)
    {
        if (Path.DirectorySeparatorChar == '/')
        {
            UnixFile.SetMode(path, mode);
            return;
        }

        // netstandard2.0 has no access rules. As good as can be: under the user's profile, what is inherited is right already.
        try
        {
            string account = Environment.UserDomainName + "\\" + Environment.UserName;
            using Process? icacls = Process.Start(new ProcessStartInfo
            {
                FileName = Path.Combine(Environment.SystemDirectory, "icacls.exe"),
                Arguments = $"\"{path}\" /inheritance:r /grant:r \"{account}:{rights}\" \"*S-1-5-18:{rights}\"",
                UseShellExecute = false,
                CreateNoWindow = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            icacls?.WaitForExit(5000);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
        }
    }
}
