using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using OrderOps.Input;
using OrderOps.Itl;
using OrderOps.PowerShell.Streams;

namespace OrderOps.PowerShell.Binding;

/// <summary>Whatever a command is given, as orders: items of the pipeline and files, bound, grouped, one after the other.</summary>
internal sealed class OrderIntake
{
    private readonly PSCmdlet _cmdlet;
    private readonly IPipelineOutput _output;
    private readonly RowBinder _binder;
    private readonly RowGrouper _grouper;
    private readonly Func<GroupedOrder, bool> _take;
    private readonly Action? _unread;
    private readonly ItemReader _items = new();
    private readonly HashSet<string> _saidUnknown = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<string>? _lastUnknown;
    private bool _over;

    /// <summary>Makes one.</summary>
    /// <param name="cmdlet">Whose folder paths are relative to.</param>
    /// <param name="output">Where remarks go.</param>
    /// <param name="map">Which column goes where.</param>
    /// <param name="options">How rows become orders.</param>
    /// <param name="take">Takes an order; says whether more are wanted.</param>
    /// <param name="unread">Told of each file that can't be read.</param>
    public OrderIntake(PSCmdlet cmdlet, IPipelineOutput output, ColumnMap map, RowGrouperOptions options, Func<GroupedOrder, bool> take, Action? unread = null)
    {
        _cmdlet = cmdlet;
        _output = output;
        _binder = new RowBinder(map);
        _grouper = new RowGrouper(options);
        _take = take;
        _unread = unread;
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
                case Order order:
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
    public IReadOnlyList<GroupedOrder> Pending() => _grouper.Complete().ToArray();

    private void TakeFile(string path)
    {
        try
        {
            foreach (InputRecord record in InputFile.Read(path))
            {
                if (_over)
                {
                    return;
                }

                Add(_binder.Bind(record));
            }
        }
        catch (InputFileException failure)
        {
            _unread?.Invoke();
            _cmdlet.WriteError(Failures.OfFile(failure, path));
        }
    }

    private void Add(BoundRow row)
    {
        if (!_over)
        {
            SayUnknown(row.UnknownNames);
            Pass(_grouper.Add(row));
        }
    }

    private void Pass(IEnumerable<GroupedOrder> orders)
    {
        foreach (GroupedOrder order in orders)
        {
            _over = _over || !_take(order);
        }
    }

    private void SayUnknown(IReadOnlyList<string> names)
    {
        if (names.Count == 0 || ReferenceEquals(names, _lastUnknown))
        {
            return;
        }

        _lastUnknown = names;
        string[] news = names.Where(_saidUnknown.Add).ToArray();
        if (news.Length > 0)
        {
            _output.WriteVerbose($"Not sent, because ITL has no such field: {string.Join(", ", news)}. Use -Map to say which field a column is, or -AdditionalField to send a key of your own.");
        }
    }
}
