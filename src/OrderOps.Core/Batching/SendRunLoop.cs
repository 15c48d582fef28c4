using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>A run from its first input to its last result, for callers that have no pipeline.</summary>
internal static class SendRunLoop
{
    /// <summary>Puts inputs in and gives results out until both are done, or the run is stopped and settled.</summary>
    /// <param name="run">The run.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="admit">Posts an input to the run.</param>
    /// <param name="give">Takes a result.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>A task that ends with the run.</returns>
    public static async Task RunAsync<TWork, TInput>(
        this SendRun<TWork> run,
        IEnumerable<TInput> inputs,
        Action<TInput> admit,
        Action<OrderResult> give,
        CancellationToken cancellation)
        where TWork : class, ISendWork
    {
        using CancellationTokenRegistration stop = cancellation.Register(run.Control.Stop);
        try
        {
            foreach (TInput input in inputs)
            {
                admit(input);
                Give(run, give);
                while (!run.HasRoom && !run.Control.IsStopped)
                {
                    await run.WaitForProgressAsync().ConfigureAwait(false);
                    Give(run, give);
                }

                if (run.Control.IsStopped || Failure(run) is not null)
                {
                    break;
                }
            }

            run.Complete();
            Give(run, give);
            while (!run.IsEmpty && !run.Control.IsStopped)
            {
                await run.WaitForProgressAsync().ConfigureAwait(false);
                Give(run, give);
            }
        }
        finally
        {
            // Nothing is left here unless the run was stopped, or the inputs or their taker threw.
            bool stopped = !run.IsEmpty || run.Control.IsStopped;
            foreach (OrderResult result in await run.StopAsync().ConfigureAwait(false))
            {
                give(result);
            }

            run.End(stopped ? "Stopped" : Failure(run) is null ? "Completed" : "Failed", Failure(run));
            Note(run);
        }

        cancellation.ThrowIfCancellationRequested();
        if (Failure(run) is { } failure)
        {
            ExceptionDispatchInfo.Capture(failure).Throw();
        }
    }

    /// <summary>Nobody hears warnings here, so they stand in the summary.</summary>
    private static void Note<TWork>(SendRun<TWork> run)
        where TWork : class, ISendWork
    {
        while (run.TryTakeWarning(out string warning))
        {
            run.Summary.Note = run.Summary.Note is { } said ? $"{said} {warning}" : warning;
        }
    }

    private static void Give<TWork>(SendRun<TWork> run, Action<OrderResult> give)
        where TWork : class, ISendWork
    {
        while (run.TryTake(out IReadOnlyList<OrderResult> results))
        {
            foreach (OrderResult result in results)
            {
                give(result);
            }
        }
    }

    private static Exception? Failure<TWork>(SendRun<TWork> run)
        where TWork : class, ISendWork => run.Fatal ?? run.Fault;
}
