using System.Collections;
using System.Globalization;
using System.Management.Automation;
using OrderOps.Itl;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Streams;
using OrderOps.Rows;

namespace OrderOps.PowerShell.Commands.Itl;

/// <summary>Makes ITL orders of the rows of an export: grouped, mapped, normalised.</summary>
[Cmdlet(VerbsData.ConvertTo, "ItlOrder", DefaultParameterSetName = InputSet)]
[OutputType(typeof(Order))]
public sealed class ConvertToItlOrderCommand : ItlOrderInputCmdlet
{
    private long _index;

    /// <summary>The column whose value makes rows one order; the order number by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? GroupBy { get; set; }

    /// <summary>Gather the rows of one order wherever they stand. Nothing comes out before the last row.</summary>
    [Parameter]
    public SwitchParameter Unsorted { get; set; }

    /// <summary>What to do where rows of one order disagree: an error, or the first row's value.</summary>
    [Parameter]
    [ValidateSet("Error", "First")]
    public string OnConflict { get; set; } = "Error";

    /// <summary>Which column goes where: a built-in map's name, a hashtable of ITL's name = the export's column, or both.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PresetCompleter))]
    public object[]? Map { get; set; }

    /// <summary>Values for fields that the export lacks or leaves blank, e.g. weight and HSN code.</summary>
    [Parameter]
    public IDictionary? Default { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (BlankRows > 0)
        {
            WriteVerbose(string.Format(CultureInfo.InvariantCulture, "{0} blank rows were dropped.", BlankRows));
        }
    }

    private protected override ColumnMap ColumnMap() => MapArgument.Read(Map, Default);

    private protected override RowGrouperOptions GrouperOptions() => new()
    {
        GroupBy = GroupBy,
        Unsorted = Unsorted,
        FirstWins = OnConflict == "First",
    };

    private protected override bool Take(GroupedOrder<Order> grouped)
    {
        CheckedOrder order = Rules!.Check(grouped.Order, grouped.Findings);
        if (order.IsValid)
        {
            foreach (Finding finding in order.Findings)
            {
                WriteWarning($"Order {order.Key}: {finding}");
            }

            WriteObject(order.Order);
        }
        else
        {
            WriteError(Failures.OfOrder(ItlOrderRefusal.Of(order, _index, InputSource.Of(grouped), "Convert")));
        }

        _index++;
        return true;
    }
}
