using System;
using System.Globalization;
using OrderOps.Benchmarks;

// The service that all contenders send to, in a process of its own; the rest of this assembly is loaded into PowerShell.
if (args is not ["serve", var latency])
{
    Console.Error.WriteLine("Usage: OrderOps.Benchmarks serve LATENCY_MILLISECONDS   (answers until its standard input ends)");
    return 2;
}

MeasuredService.Run(TimeSpan.FromMilliseconds(double.Parse(latency, CultureInfo.InvariantCulture)), Console.In, Console.Out);
return 0;
