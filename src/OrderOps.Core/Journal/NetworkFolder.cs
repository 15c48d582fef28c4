using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace OrderOps.Journal;

/// <summary>Refuses folders on other machines: SQLite's write-ahead log needs memory that all its users share.</summary>
internal static class NetworkFolder
{
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "9p", "afs", "ncpfs", "ceph", "glusterfs",
        "lustre", "gpfs", "beegfs", "ocfs2", "gfs2", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.rclone", "fuse.davfs2", "fuse.smbnetfs",
    };

    /// <summary>Stops at a folder that is on a network file system.</summary>
    /// <exception cref="StoreException">It is.</exception>
    public static void Refuse(string folder)
    {
        string? type = TypeOf(folder);
        if (type is not null && IsNetwork(type))
        {
            throw new StoreException(
                "StoreOnNetwork",
                folder,
                $"'{folder}' is on a network file system ({type}), where SQLite can lose what was committed.",
                "Name a file on a local disk.");
        }
    }

    /// <summary>Whether a type of file system reaches another machine.</summary>
    internal static bool IsNetwork(string type) => Types.Contains(type);

    /// <summary>The type of the file system that holds a folder.</summary>
    /// <param name="mounts">The lines of <c>/proc/self/mountinfo</c>.</param>
    /// <param name="folder">A full path without links.</param>
    internal static string? TypeIn(IEnumerable<string> mounts, string folder)
    {
        string? type = null;
        int longest = -1;
        foreach (string line in mounts)
        {
            string[] fields = line.Split(' ');
            int separator = Array.IndexOf(fields, "-");
            if (separator < 5 || separator + 1 >= fields.Length)
            {
                continue;
            }

            string point = Unescaped(fields[4]);

            // What is mounted later over the same point hides the former.
            if (point.Length >= longest && Holds(point, folder))
            {
                longest = point.Length;
                type = fields[separator + 1];
            }
        }

        return type;
    }

    private static bool Holds(string point, string folder) =>
        point == "/" || folder == point || folder.StartsWith(point + "/", StringComparison.Ordinal);

    // Blanks and the like stand as a backslash and three octal digits. A regular expression would take a process that has just
    // begun longer than all the rest here.
    private static string Unescaped(string point)
    {
        int from = 0;
        StringBuilder plain = new();
        for (int at = point.IndexOf('\\'); at >= 0 && at + 3 < point.Length; at = point.IndexOf('\\', at + 1))
        {
            if (IsOctal(point[at + 1]) && IsOctal(point[at + 2]) && IsOctal(point[at + 3]))
            {
                plain.Append(point, from, at - from).Append((char)Convert.ToInt32(point.Substring(at + 1, 3), 8));
                from = at + 4;
                at += 3;
            }
        }

        return from == 0 ? point : plain.Append(point, from, point.Length - from).ToString();
    }

    private static bool IsOctal(char digit) => digit is >= '0' and <= '7';

    private static string? TypeOf(string folder)
    {
        if (Path.DirectorySeparatorChar == '\\')
        {
            return folder.StartsWith(@"\\", StringComparison.Ordinal) || new DriveInfo(folder).DriveType == DriveType.Network ? "smb" : null;
        }

        string real = UnixFile.RealPath(folder) ?? folder;
        if (File.Exists("/proc/self/mountinfo"))
        {
            return TypeIn(File.ReadLines("/proc/self/mountinfo"), real);
        }

        DriveInfo? holder = null;
        foreach (DriveInfo drive in DriveInfo.GetDrives())
        {
            string point = drive.Name.Length > 1 ? drive.Name.TrimEnd('/') : drive.Name;
            if (Holds(point, real) && (holder is null || drive.Name.Length > holder.Name.Length))
            {
                holder = drive;
            }
        }

        return holder?.DriveFormat;
    }
}
