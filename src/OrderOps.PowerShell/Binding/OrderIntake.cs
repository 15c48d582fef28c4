using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using OrderOps.Input;
using OrderOps.PowerShell.Streams;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Binding;

/// <summary>Whatever a command is given, as orders: items of the pipeline and files, bound, grouped, one after the other.</summary>
/// <typeparam name="TOrder">The order.</typeparam>
internal sealed class OrderIntake<TOrder>
    where TOrder : class
{
    private readonly PSCmdlet _cmdlet;
    private readonly RowBinder<TOrder> _binder;
    private readonly RowGrouper<TOrder> _grouper;
    private readonly Func<GroupedOrder<TOrder>, bool> _take;
    private readonly UnknownNames _unknown;
    private readonly Action? _unread;
    private readonly Action<string>? _failedFileRead;
    private readonly ItemReader _items = new();
    private bool _over;

    /// <summary>Makes one.</summary>
    /// <param name="cmdlet">Whose folder paths are relative to.</param>
    /// <param name="output">Where remarks go.</param>
    /// <param name="binder">Binds rows.</param>
    /// <param name="grouper">Makes orders of them.</param>
    /// <param name="unknownRemark">What is said of names that mean nothing, with a place for them.</param>
    /// <param name="take">Takes an order; says whether more are wanted.</param>
    /// <param name="unread">Told of each file that can't be read.</param>
    /// <param name="failedFileRead">Told of each failed-file that was read to its end.</param>
    public OrderIntake(PSCmdlet cmdlet, IPipelineOutput output, RowBinder<TOrder> binder, RowGrouper<TOrder> grouper, string unknownRemark, Func<GroupedOrder<TOrder>, bool> take, Action? unread = null, Action<string>? failedFileRead = null)
    {
        _cmdlet = cmdlet;
        _unknown = new UnknownNames(output, unknownRemark);
        _binder = binder;
        _grouper = grouper;
        _take = take;
        _unread = unread;
        _failedFileRead = failedFileRead;
    }

    /// <summary>How many blank rows were dropped.</summary>
    public long BlankRows => _grouper.BlankRows;

    /// <summary>Takes items of the pipeline.</summary>
    public void TakeItems(IEnumerable<PSObject?>? items)
    {
        foreach (PSObject? item in items ?? [])
        {
            switch (item?.BaseObject)
            {
                case null:
                    continue;
                case FileInfo file:
                    TakeFile(file.FullName);
                    break;
                case TOrder order:
                    Add(_binder.Bind(order, item));
                    break;
                default:
                    Add(_binder.Bind(_items.Read(item)));
                    break;
            }
        }
    }

    /// <summary>Takes files; one that can't be read is an error of its own.</summary>
    public void TakeFiles(IReadOnlyList<string> paths, IReadOnlyList<string> literalPaths)
    {
        foreach (string path in FilePaths.Resolve(_cmdlet, paths, literalPaths, _unread))
        {
            TakeFile(path);
        }
    }

    /// <summary>Takes what still waited for further rows.</summary>
    public void Complete() => Pass(_grouper.Complete());

    /// <summary>What still waited for further rows, for a run that was stopped.</summary>
    public IReadOnlyList<GroupedOrder<TOrder>> Pending() => _grouper.Complete().ToArray();

    private void TakeFile(string path)
    {
        try
        {
            bool isFailedFile = true;
            foreach (InputRecord record in InputFile.Read(path))
            {
                if (_over)
                {
                    return;
                }

                isFailedFile &= record.Shape.IsOfFailedFile;
                Add(_binder.Bind(record));
            }

            if (isFailedFile)
            {
                _failedFileRead?.Invoke(path);
            }
        }
        catch (InputFileException failure)
        {
            _unread?.Invoke();
            _cmdlet.WriteError(Failures.OfFile(failure, path));
        }
    }

    private void Add(BoundRow<TOrder> row)
    {
        if (!_over)
        {
            _unknown.Say(row.UnknownNames);
            Pass(_grouper.Add(row));
        }
    }

    private void Pass(IEnumerable<GroupedOrder<TOrder>> orders)
    {
        foreach (GroupedOrder<TOrder> order in orders)
        {
            _over = _over || !_take(order);
        }
    }
}
