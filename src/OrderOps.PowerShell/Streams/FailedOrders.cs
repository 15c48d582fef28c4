using System;
using System.Collections.Generic;
using System.Linq;
using OrderOps.Input;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;

namespace OrderOps.PowerShell.Streams;

/// <summary>The failed-file of a run: what was Rejected, Invalid, Unknown or NotSent, as it came and with the reason.</summary>
internal sealed class FailedOrders : IFailedOrders, IDisposable
{
    private readonly FailedFile _file;
    private readonly FailedInput _inputs;
    private bool _readsItself;

    /// <summary>Begins it.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="inputs">Gives inputs back in their shape.</param>
    /// <param name="time">The clock.</param>
    public FailedOrders(string path, FailedInput inputs, TimeProvider time)
    {
        _file = FailedFile.Open(path, time);
        _inputs = inputs;
    }

    /// <inheritdoc />
    public Exception? Failure { get; private set; }

    /// <summary>Told of each failed-file that was read to its end: one that stands in this one's place is done with then.</summary>
    public void NoteRead(string path) => _readsItself |= _file.IsAt(path);

    /// <inheritdoc />
    public void Keep(IReadOnlyList<OrderResult> results)
    {
        OrderResult[] failed = results.Where(HasFailed).ToArray();
        if (failed.Length == 0 || Failure is not null)
        {
            return;
        }

        Guarded(() =>
        {
            foreach (OrderResult result in failed)
            {
                _file.Add(result, _inputs.RowsOf(result));
            }

            _file.Flush();
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Close(bool completed)
    {
        Guarded(() => _file.Close(mayReplace: completed && _readsItself));
        return [.. _file.KeptAside.Select(static aside => $"What stood at -FailedPath is kept in '{aside}'.")];
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static bool HasFailed(OrderResult result) =>
        result.Outcome is nameof(Outcome.Rejected) or nameof(Outcome.Invalid) or nameof(Outcome.Unknown) or nameof(Outcome.NotSent);

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (StoreException failure)
        {
            Failure ??= failure;
        }
    }
}
