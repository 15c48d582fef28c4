using System;
using System.Globalization;
using OrderOps.Benchmarks;

// The processes around those that are measured; the rest of this assembly is loaded into PowerShell.
switch (args)
{
    case ["serve", var latency]:
        MeasuredService.Run(TimeSpan.FromMilliseconds(double.Parse(latency, CultureInfo.InvariantCulture)), Console.In, Console.Out);
        return 0;
    case ["listen", var prefix]:
        BareListener.Run(prefix, Console.In, Console.Out);
        return 0;
    case ["post", var address, var connections, var count, var firstId]:
        Console.WriteLine(PostingLoad.Run(
            new Uri(address),
            int.Parse(connections, CultureInfo.InvariantCulture),
            int.Parse(count, CultureInfo.InvariantCulture),
            long.Parse(firstId, CultureInfo.InvariantCulture)));
        return 0;
    case ["journal", var path, var rows]:
        Console.WriteLine(JournalLoad.Run(path, int.Parse(rows, CultureInfo.InvariantCulture)));
        return 0;
    default:
        Console.Error.WriteLine("Usage: OrderOps.Benchmarks serve LATENCY_MILLISECONDS   (answers until its standard input ends)");
        Console.Error.WriteLine("       OrderOps.Benchmarks listen PREFIX                (takes postings and stores none, until its standard input ends)");
        Console.Error.WriteLine("       OrderOps.Benchmarks post ADDRESS CONNECTIONS COUNT FIRST_MESSAGE_ID");
        Console.Error.WriteLine("       OrderOps.Benchmarks journal FILE ROWS            (fills a journal and asks it)");
        return 2;
}
