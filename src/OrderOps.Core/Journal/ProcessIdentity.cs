using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace OrderOps.Journal;

/// <summary>A process that can't be taken for another one, even when its id is used again.</summary>
/// <param name="ProcessId">Its id.</param>
/// <param name="StartTicks">When it started, in units of its system.</param>
/// <param name="BootId">The boot of the machine that it runs in, and after a slash the container's process ids; empty where start times are wall times.</param>
/// <param name="Host">The machine's name.</param>
/// <param name="StartedAt">When it started, for people.</param>
internal sealed record ProcessIdentity(int ProcessId, long StartTicks, string BootId, string Host, DateTimeOffset StartedAt)
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";

    // Fixed in Linux's sources (PROC_PID_INIT_INO).
    private const string MachinesOwnSpace = "pid:[4026531836]";

    /// <summary>This process.</summary>
    public static ProcessIdentity Current { get; } = OfThisProcess();

    /// <summary>Whether it is known to run: at once <see langword="false"/> for a killed one and for a former boot's.</summary>
    public bool IsAlive() => Look() == ProcessLife.Alive;

    /// <summary>Whether it runs: at once dead for a killed one and for a former boot's.</summary>
    public ProcessLife Look()
    {
        (string boot, string space) = Parted(BootId);
        (string ownBoot, string ownSpace) = Parted(Current.BootId);
        if (boot != ownBoot)
        {
            return Host == Current.Host ? ProcessLife.Dead : ProcessLife.Unknowable;
        }

        // Containers of one machine share its boot, but not their process ids. Without a boot id the name has to do.
        return space != ownSpace || (boot.Length == 0 && Host != Current.Host) ? ProcessLife.Unknowable : LifeOf(ProcessId, StartTicks);
    }

    /// <inheritdoc />
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "process {0} on {1}, started {2:yyyy-MM-dd HH:mm:ss zzz}", ProcessId, Host, StartedAt);

    /// <summary>Reads the start time out of a line of <c>/proc/PID/stat</c>.</summary>
    /// <returns>Clock ticks since the boot; <see langword="null"/> for a process that is dead and only not yet reaped.</returns>
    internal static long? StartTicksIn(string stat)
    {
        // The command's name stands in brackets and can hold blanks and brackets.
        string[] fields = stat.Substring(stat.LastIndexOf(')') + 2).Split(' ');
        return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
    }

    private static ProcessIdentity OfThisProcess()
    {
        using Process process = Process.GetCurrentProcess();
        return new ProcessIdentity(
            process.Id,
            StartTicksOf(process.Id) ?? 0,
            File.Exists(BootIdFile) ? File.ReadAllText(BootIdFile).Trim() + SpaceOf(UnixFile.Target("/proc/self/ns/pid")) : "",
            Environment.MachineName,
            process.StartTime);
    }

    /// <summary>What tells a container's process ids from the machine's own, to stand after the boot.</summary>
    /// <param name="link">Where <c>/proc/self/ns/pid</c> points, such as <c>pid:[4026531836]</c>.</param>
    internal static string SpaceOf(string? link) => link is null or MachinesOwnSpace ? "" : "/" + link;

    private static (string Boot, string Space) Parted(string bootId)
    {
        int slash = bootId.IndexOf('/');
        return slash < 0 ? (bootId, "") : (bootId.Substring(0, slash), bootId.Substring(slash));
    }

    private static ProcessLife LifeOf(int processId, long startTicks)
    {
        try
        {
            return StartTicksOf(processId) == startTicks ? ProcessLife.Alive : ProcessLife.Dead;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            // Another account's.
            return ProcessLife.Unknowable;
        }
    }

    private static long? StartTicksOf(int processId)
    {
        try
        {
            if (File.Exists(BootIdFile))
            {
                return StartTicksIn(File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/stat"));
            }

            using Process process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks;
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
