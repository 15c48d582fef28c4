namespace OrderOps.Sandbox;

/// <summary>Where a fault closes the connection.</summary>
internal enum Cut
{
    None,
    BeforeProcessing,
    AfterProcessing,
    InsideReply,
}
