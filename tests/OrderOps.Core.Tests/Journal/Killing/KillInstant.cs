#if NET
namespace OrderOps.Tests.Journal.Killing;

/// <summary>When a process is killed.</summary>
internal enum KillInstant
{
    /// <summary>The journal has just been written to: a batch is claimed and perhaps not sent, or settled and perhaps not told.</summary>
    Written,

    /// <summary>A request is at the service, which takes it when its sender is dead.</summary>
    Arrived,

    /// <summary>A request is at the service, which never takes it.</summary>
    Lost,

    /// <summary>The service has taken a request and does not answer in time.</summary>
    Taken,

    /// <summary>A request has come in, and those before it are answered or about to be.</summary>
    Between,
}
#endif
