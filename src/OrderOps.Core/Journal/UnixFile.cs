using System;
using System.Runtime.InteropServices;
using System.Text;

namespace OrderOps.Journal;

/// <summary>What netstandard2.0 can't ask of a Unix.</summary>
internal static class UnixFile
{
    /// <summary>Sets who may read and write.</summary>
    public static bool SetMode(string path, int mode) => chmod(path, (uint)mode) == 0;

    /// <summary>Makes an empty file that has these rights from its first moment on; empties one that is there.</summary>
    public static bool Create(string path, int mode)
    {
        int file = creat(path, (uint)mode);
        return file >= 0 && close(file) == 0;
    }

    /// <summary>The path without links; <see langword="null"/> if there is no such file.</summary>
    public static string? RealPath(string path)
    {
        IntPtr found = realpath(path, IntPtr.Zero);
        if (found == IntPtr.Zero)
        {
            return null;
        }

        try
        {
            return Marshal.PtrToStringAnsi(found);
        }
        finally
        {
            free(found);
        }
    }

    /// <summary>Where a link points; <see langword="null"/> if it is none.</summary>
    public static string? Target(string link)
    {
        byte[] target = new byte[256];
        long length = (long)readlink(link, target, new IntPtr(target.Length));
        return length < 0 ? null : Encoding.UTF8.GetString(target, 0, (int)length);
    }

#pragma warning disable CA2101, CA5392, SYSLIB1054 // A Unix's strings are bytes; libc is always found.
    [DllImport("libc", CharSet = CharSet.Ansi, SetLastError = true)]
    private static extern int chmod(string path, uint mode);

    [DllImport("libc", CharSet = CharSet.Ansi, SetLastError = true)]
    private static extern int creat(string path, uint mode);

    [DllImport("libc")]
    private static extern int close(int file);

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern IntPtr realpath(string path, IntPtr resolved);

    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern IntPtr readlink(string path, byte[] target, IntPtr length);

    [DllImport("libc")]
    private static extern void free(IntPtr memory);
#pragma warning restore CA2101, CA5392, SYSLIB1054
}
