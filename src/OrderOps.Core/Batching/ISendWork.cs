using OrderOps.Outcomes;

namespace OrderOps.Batching;

/// <summary>One thing to send, with the one result that it will end as.</summary>
internal interface ISendWork
{
    /// <summary>Filled in as it goes; settled when its batch comes back.</summary>
    OrderResult Result { get; }
}
