using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

/// <summary>A host whose user gives the answers that it was made with, and that keeps what it was asked and shown.</summary>
public sealed class AnsweringHost : PSHost
{
    public AnsweringHost(params int[] answers) => Screen = new AnsweringScreen(answers);

    public AnsweringScreen Screen { get; }

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name => "AnsweringHost";
    public override PSHostUserInterface UI => Screen;
    public override Version Version { get; } = new Version(1, 0);

    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}

public sealed class AnsweringScreen : PSHostUserInterface
{
    private readonly Queue<int> _answers;

    public AnsweringScreen(int[] answers) => _answers = new Queue<int>(answers);

    public List<string> Questions { get; } = new List<string>();
    public List<string> Shown { get; } = new List<string>();
    public List<string> Progress { get; } = new List<string>();

    public override PSHostRawUserInterface RawUI => null;

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Questions.Add(caption + "\n" + message);
        return _answers.Count > 0 ? _answers.Dequeue() : throw new HostException("Nobody is there to answer.");
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new HostException("Nobody is there to answer.");
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new HostException("Nobody is there to answer.");
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes types, PSCredentialUIOptions options) => throw new HostException("Nobody is there to answer.");
    public override string ReadLine() => throw new HostException("Nobody is there to answer.");
    public override SecureString ReadLineAsSecureString() => throw new HostException("Nobody is there to answer.");
    public override void Write(string value) => Shown.Add(value);
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Shown.Add(value);
    public override void WriteLine(string value) => Shown.Add(value);
    public override void WriteDebugLine(string message) => Shown.Add(message);
    public override void WriteErrorLine(string value) => Shown.Add(value);
    public override void WriteVerboseLine(string message) => Shown.Add(message);
    public override void WriteWarningLine(string message) => Shown.Add(message);
    public override void WriteProgress(long sourceId, ProgressRecord record) => Progress.Add(record.Activity);
}
