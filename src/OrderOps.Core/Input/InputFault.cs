namespace OrderOps.Input;

/// <summary>Why one record of a file could not be read; the records around it are not touched by it.</summary>
/// <param name="Message">What is wrong and where.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record InputFault(string Message, string Remedy)
{
    /// <summary>One that a failed-file tells of.</summary>
    internal static InputFault Remembered(string message) => new(message, $"Mend the row, then take its member {ReservedName.Fault} away.");
}
