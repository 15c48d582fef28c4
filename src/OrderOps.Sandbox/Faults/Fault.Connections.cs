using System;

namespace OrderOps.Sandbox;

public sealed partial class Fault
{
    /// <summary>A wait before the request is processed.</summary>
    public static Fault Delay(TimeSpan time) => new(nameof(Delay)) { WaitBefore = NotNegative(time) };

    /// <summary>A wait after the request was processed: a client that gives up meanwhile has its orders in the service.</summary>
    public static Fault DelayReply(TimeSpan time) => new(nameof(DelayReply)) { WaitAfter = NotNegative(time) };

    /// <summary>The whole request is read, then the connection is closed without a reply; nothing of it is taken.</summary>
    public static Fault ResetBefore() => new(nameof(ResetBefore)) { Cut = Cut.BeforeProcessing };

    /// <summary>The request is processed, then the connection is closed without a reply.</summary>
    public static Fault ResetAfter() => new(nameof(ResetAfter)) { Cut = Cut.AfterProcessing };

    /// <summary>The request is processed; the reply announces its full length and ends after half of it.</summary>
    public static Fault Truncated() => new(nameof(Truncated)) { Cut = Cut.InsideReply };

    /// <summary>The request is processed; its reply trickles out over this time, in twenty pieces.</summary>
    public static Fault SlowDrip(TimeSpan time)
    {
        NotNegative(time);
        return new(nameof(SlowDrip)) { Change = reply => reply.Drip = time };
    }

    /// <summary>The reply is compressed, if the request accepts that coding.</summary>
    /// <param name="coding"><c>gzip</c> or <c>deflate</c> (in its zlib wrapping, RFC 9110).</param>
    public static Fault Compressed(string coding = "gzip")
    {
        if (coding is not ("gzip" or "deflate"))
            throw new ArgumentException($"'{coding}' is not a coding of the sandbox: take gzip or deflate.", nameof(coding));
        return new(nameof(Compressed)) { Change = reply => reply.ContentEncoding = coding };
    }

    /// <summary>The reply is followed by this many bytes of blanks; it stays valid JSON.</summary>
    public static Fault Oversize(long bytes = 64L * 1024 * 1024)
    {
        if (bytes < 0)
            throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "A size is not negative.");
        return new(nameof(Oversize)) { Change = reply => reply.Padding = bytes };
    }

    private static TimeSpan NotNegative(TimeSpan time)
        => time >= TimeSpan.Zero ? time : throw new ArgumentOutOfRangeException(nameof(time), time, "A time is not negative.");
}
