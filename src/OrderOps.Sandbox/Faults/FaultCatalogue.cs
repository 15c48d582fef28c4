using System;
using System.Collections.Generic;
using System.Linq;

namespace OrderOps.Sandbox;

/// <summary>The faults by name.</summary>
internal static class FaultCatalogue
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly SortedDictionary<string, Func<FaultArguments, Fault>> Makers = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(Fault.Body)] = a => Fault.Body(a.RequiredText("Text"), a.Number("StatusCode") ?? 200, a.Text("ContentType"), a.Flag("Processed")),
        [nameof(Fault.Compressed)] = a => Fault.Compressed(a.Text("Coding") ?? "gzip"),
        [nameof(Fault.DataArray)] = _ => Fault.DataArray(),
        [nameof(Fault.DataEmpty)] = _ => Fault.DataEmpty(),
        [nameof(Fault.DataFromZero)] = _ => Fault.DataFromZero(),
        [nameof(Fault.Delay)] = a => Fault.Delay(a.Time(Second)),
        [nameof(Fault.DelayReply)] = a => Fault.DelayReply(a.Time(Second)),
        [nameof(Fault.EmptyBody)] = _ => Fault.EmptyBody(),
        [nameof(Fault.Forbidden)] = _ => Fault.Forbidden(),
        [nameof(Fault.Garbage)] = _ => Fault.Garbage(),
        [nameof(Fault.Html)] = a => Fault.Html(a.Flag("Processed")),
        [nameof(Fault.MissingEntry)] = a => Fault.MissingEntry(a.Number("Entry") ?? 1, a.Flag("Shift")),
        [nameof(Fault.MissingReference)] = _ => Fault.MissingReference(),
        [nameof(Fault.MixedTypes)] = _ => Fault.MixedTypes(),
        [nameof(Fault.OtherWords)] = _ => Fault.OtherWords(),
        [nameof(Fault.Oversize)] = a => Fault.Oversize(Size(a)),
        [nameof(Fault.Redirect)] = a => Fault.Redirect(a.Text("Location") ?? "/elsewhere"),
        [nameof(Fault.RequestTimeout)] = a => Fault.RequestTimeout(a.Flag("Processed")),
        [nameof(Fault.ResetAfter)] = _ => Fault.ResetAfter(),
        [nameof(Fault.ResetBefore)] = _ => Fault.ResetBefore(),
        [nameof(Fault.ServerError)] = a => Fault.ServerError(a.Number("StatusCode") ?? 500, a.Flag("Processed"), a.Number("RetryAfter")),
        [nameof(Fault.ServiceUnavailable)] = a => Fault.ServiceUnavailable(a.Number("RetryAfter"), a.Flag("AsDate")),
        [nameof(Fault.SlowDrip)] = a => Fault.SlowDrip(a.Time(Second)),
        [nameof(Fault.Status)] = a => Fault.Status(a.RequiredNumber("StatusCode"), a.Flag("Processed")),
        [nameof(Fault.TooManyRequests)] = a => Fault.TooManyRequests(a.Number("RetryAfter"), a.Flag("AsDate")),
        [nameof(Fault.Truncated)] = _ => Fault.Truncated(),
        [nameof(Fault.Unauthorized)] = _ => Fault.Unauthorized(),
    };

    public static IReadOnlyList<string> Names { get; } = Makers.Keys.ToArray();

    public static Fault Create(string name, FaultArguments arguments)
        => Makers.TryGetValue(name, out var make)
            ? make(arguments)
            : throw new ArgumentException($"There is no fault '{name}'; there are {string.Join(", ", Names)}.", nameof(name));

    private static long Size(FaultArguments arguments)
        => (long)(((arguments.Fraction("Megabytes") ?? 0) * 1024 * 1024) + (arguments.Fraction("Bytes") ?? 0)) is > 0 and var bytes
            ? bytes
            : 64L * 1024 * 1024;
}
