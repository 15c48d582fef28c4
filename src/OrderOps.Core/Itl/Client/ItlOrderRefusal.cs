using OrderOps.Outcomes;

namespace OrderOps.Itl;

/// <summary>An order that a rule stopped, as a result.</summary>
internal static class ItlOrderRefusal
{
    public static ItlOrderResult Of(CheckedOrder order, long inputIndex, object? source, string operation)
    {
        ItlOrderResult result = new SyncWork(order, source).Result;
        result.InputIndex = inputIndex;
        result.Operation = operation;
        result.Settle(Outcome.Invalid, OrderFindings.Refusal(order.Findings), ItlErrors.Invalid, OrderFindings.Remedy(order.Findings));
        return result;
    }
}
