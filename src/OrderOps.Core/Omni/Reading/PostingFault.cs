using System;

namespace OrderOps.Omni;

/// <summary>Ends the reading of a body that can't be a posting.</summary>
internal sealed class PostingFault(string reason) : Exception(reason);
