using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using OrderOps.Batching;
using OrderOps.Input;
using OrderOps.Journal;
using OrderOps.Outcomes;
using OrderOps.PowerShell.Binding;
using OrderOps.PowerShell.Connections;
using OrderOps.Transport;

namespace OrderOps.PowerShell.Streams;

/// <summary>What every command has that sends inputs in batches: the way to the service, the journal, the run, and its end.</summary>
public abstract class SendingCmdlet : ConnectedCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private FailedOrders? _failed;
    private Task<IJournal?>? _opening;
    private RunJournal? _runJournal;
    private string? _account;
    private bool _isOwnJournal;

    private protected SendingCmdlet()
    {
    }

    /// <summary>Requests in flight at the most.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>The journal's file, by its full path.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FullPathCompleter))]
    [ValidateNotNull]
    public string? Journal { get; set; }

    /// <summary>Keep no journal: nothing is known of earlier runs, and later ones know nothing of this.</summary>
    [Parameter]
    public SwitchParameter NoJournal { get; set; }

    /// <summary>As whom the journal files what is sent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Account { get; set; }

    /// <summary>What earlier runs sent and is to be sent again all the same.</summary>
    [Parameter]
    [ValidateSet(nameof(Outcome.Unknown), nameof(Outcome.Accepted))]
    public string[] Resend { get; set; } = [];

    /// <summary>A file for the inputs of all orders that were Rejected, Invalid, Unknown or NotSent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FailedPath { get; set; }

    private protected ServiceTransport? Transport { get; private set; }

    /// <summary>Which service is meant, for whoever is asked.</summary>
    private protected string Target { get; private set; } = "";

    private protected RunSummary Summary { get; } = new();

    /// <summary>Where the run is written down; nothing for nowhere. Waits until that is open.</summary>
    /// <exception cref="StoreException">It can't be opened.</exception>
    private protected RunJournal? RunJournal => _runJournal ??= _opening is null ? null : OpenedJournal(_opening.GetAwaiter().GetResult());

    /// <summary>Whether what was accepted with the same content is skipped.</summary>
    private protected virtual bool SkipsUnchanged => false;

    /// <summary>What a bare value of the input is called in a failed-file; nothing where the command takes none.</summary>
    private protected virtual string? ValueName => null;

    /// <summary>Ends what the command began; PowerShell runs it however the command ends.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the run. A journal that another process has locked is hardly waited for any more.</summary>
    protected sealed override void StopProcessing()
    {
        _stopping.Cancel();
        StopRun();
    }

    /// <summary>Stops the run, if it has begun; on any thread.</summary>
    private protected abstract void StopRun();

    /// <summary>Ends what the command began.</summary>
    protected virtual void Dispose(bool disposing)
    {
        _failed?.Dispose();
        CloseJournal();
        Transport?.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Begins the run and finds the connection that was meant, if one was.</summary>
    private protected OrderOpsConnection? BeginRun(ServiceDescription service)
    {
        // First of all, so that a run that fails here is the last run, and not the one before it.
        Summary.Command = MyInvocation.MyCommand.Name;
        Summary.Service = service.Name;
        Session.Current.Begin(Summary);
        if (!NoJournal)
        {
            NativeSqlite.Expect();
        }

        OrderOpsConnection? named = NamedConnection(service.Name);
        Summary.Connection = named?.Name;
        return named;
    }

    /// <summary>Opens the way to the service, and the journal.</summary>
    /// <param name="service">The service.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="options">How requests travel; its secrets are those of the proxy.</param>
    /// <param name="secrets">The credentials.</param>
    /// <param name="named">The connection that was meant, if one was.</param>
    private protected void Open(ServiceDescription service, Uri address, TransportOptions options, string[] secrets, OrderOpsConnection? named)
    {
        options.Secrets = [.. options.Secrets, .. secrets];

        // Before a journal is made for a run that can't begin.
        ServiceAddress.Check(address, options.AllowUnencrypted);
        OpenJournal(address);
        _account = Account ?? named?.Name;
        Transport = new ServiceTransport(address, options);
        Session.Current.Remember(Transport.Trace);
        string known = service.NameOf(address);
        string? environment = BaseUri is null ? named?.Environment : null;
        bool isKnown = known != address.ToString();
        Target = environment is null || isKnown ? known : $"{environment} ({address})";
        Summary.Environment = isKnown ? known : environment;
        if (FailedPath is not null && !IsWhatIf)
        {
            _failed = new FailedOrders(FilePaths.ToWrite(this, FailedPath), new FailedInput(ValueName, Typed), TimeProvider.System);
        }
    }

    /// <summary>What moves results of the run into the pipeline.</summary>
    private protected RunPump<TWork> Pump<TWork>(SendRun<TWork> run, string activity)
        where TWork : class, ISendWork =>
        new(run, Output, Progress(activity), notSentIsMeant: IsWhatIf, _failed, _stopping.Cancel);

    /// <summary>What a typed model holds, by the vendor's names; nothing for anything else.</summary>
    private protected virtual InputRecord? Typed(object item) => null;

    /// <summary>A credential from its parameter, the connection or the environment.</summary>
    private protected static string Credential(ServiceDescription service, string name, System.Security.SecureString? given, OrderOpsConnection? named) =>
        CredentialSource.Find(service.Name, name, given, named, Environment.GetEnvironmentVariable);

    /// <summary>Whether somebody is asked, or told what would happen. Where nobody is, ShouldProcess would only add a verbose line an order.</summary>
    private protected bool Asks(ConfirmImpact impact) => IsWhatIf || Confirmation.IsAsked(this, impact);

    private protected override void Failed(Exception failure) => Summary.Fail(failure, DateTimeOffset.Now);

    /// <summary>Says that a file could not be read, so that the run does not pass for one without orders.</summary>
    private protected void CountUnreadFile() => Summary.UnreadFiles++;

    /// <summary>Says that a failed-file was read to its end.</summary>
    private protected void NoteFailedFileRead(string path) => _failed?.NoteRead(path);

    /// <summary>Reads files; one that can't be read is an error of its own.</summary>
    private protected void ReadFiles(IEnumerable<string> paths, IRunPump pump, Action<InputRecord> take)
    {
        foreach (string path in paths)
        {
            try
            {
                bool isFailedFile = true;
                foreach (InputRecord record in InputFile.Read(path).TakeWhile(_ => !pump.IsOver))
                {
                    isFailedFile &= record.Shape.IsOfFailedFile;
                    take(record);
                }

                if (isFailedFile)
                {
                    NoteFailedFileRead(path);
                }
            }
            catch (InputFileException failure)
            {
                CountUnreadFile();
                WriteError(Failures.OfFile(failure, path));
            }
        }
    }

    private RunProgress Progress(string activity) =>
        new(activity, TimeProvider.System, Interactivity.SomebodyLooks(Host.Name));

    private void OpenJournal(Uri address)
    {
        List<string> needs = new();
        if (Resend.Length > 0)
        {
            needs.Add("-Resend");
        }

        if (SkipsUnchanged)
        {
            needs.Add("-SkipUnchanged");
        }

        JournalChoice choice = JournalChoice.Of(Journal, NoJournal, SandboxJournal.Of(address), needs);
        if (choice.IsNone)
        {
            return;
        }

        // Beside the rest that has to be prepared: in a process that has just begun, SQLite's part takes as long as all of that.
        bool onlyLook = IsWhatIf;
        _isOwnJournal = !choice.IsSandbox;
        _opening = Task.Run(() => choice.Open(onlyLook, _stopping.Token));
    }

    private RunJournal? OpenedJournal(IJournal? journal)
    {
        if (journal is null)
        {
            return null;
        }

        if (journal.IsNew && _isOwnJournal && !Interactivity.SomebodyLooks(Host.Name))
        {
            Summary.Note = "Its journal was made by it: what another user of this machine sent, or this one with another journal, was not known to it.";
        }

        return new RunJournal(journal, new SendRules(Resends(Outcome.Unknown), Resends(Outcome.Accepted), SkipsUnchanged), _account);
    }

    private bool Resends(Outcome outcome) => Resend.Contains(outcome.ToString(), StringComparer.OrdinalIgnoreCase);

    private void CloseJournal()
    {
        if (_opening is null)
        {
            return;
        }

        // Does not throw: where it could not be opened, the command has said so.
        Task.WaitAny(_opening);
        if (_opening.Status == TaskStatus.RanToCompletion)
        {
            _opening.GetAwaiter().GetResult()?.Dispose();
        }
    }
}
