using System;
using System.Linq;
using System.Management.Automation;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Journal;
using ClovaOcr.PowerShell.Cards;
using ClovaOcr.PowerShell.Connection;
using ClovaOcr.Service;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Reads alien registration cards: picture files in, one <see cref="AlienCard"/> for each answer out, in input order.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AlienCardOcr", DefaultParameterSetName = "Path", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AlienCard))]
public sealed class InvokeAlienCardOcrCommand : PathCommand, IDisposable
{
    private readonly BatchProgress _progress = new();
    private ClovaOcrConnection? _connection;
    private bool _ownsConnection;
    private CardJournal? _journal;
    private CallForecast? _forecast;
    private CardBatch? _batch;
    private int _added;
    private int? _total;
    private int _answered;

    /// <summary>Files to read; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files to read, each name as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Gives identity numbers in full instead of masked.</summary>
    [Parameter]
    public SwitchParameter IncludeNumber { get; set; }

    /// <summary>A file that keeps every paid answer, encrypted, so that no picture is paid for again; made if it is not there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Asks again about pictures in which no card was recognised when the journal's answer was given.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    /// <summary>Calls under way at the same time, at the most.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>How many more calls may be made for a picture when one fails.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaximumRetryCount { get; set; } = 3;

    /// <summary>Seconds: the longest wait before the first retry; it doubles with each, to a minute at the most.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int RetryIntervalSec { get; set; } = 2;

    /// <summary>Seconds for each call; the connection's if it is not given.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int? TimeoutSec { get; set; }

    /// <summary>How pictures are sent; JSON is a third larger.</summary>
    [Parameter]
    public RequestEncoding ContentType { get; set; } = RequestEncoding.Multipart;

    /// <summary>Bytes; a larger file is an error and is not sent.</summary>
    [Parameter]
    [ValidateRange(1L, int.MaxValue)]
    public long MaximumFileSize { get; set; } = SourceFile.DefaultMaximumSize;

    /// <summary>The connection to use; the session's if it is not given.</summary>
    [Parameter]
    [ValidateNotNull]
    public ClovaOcrConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _connection = FindConnection(Connection, out _ownsConnection);
            _journal = OpenJournal(_connection);
        }
        catch (ClovaOcrException exception)
        {
            ThrowFailure(exception);
            return;
        }

        foreach (var problem in _journal?.Problems ?? [])
        {
            // That the last run was ended in the middle of a record is what a journal is for, and no error.
            if (problem.Kind == ClovaOcrErrorKind.JournalTorn) WriteWarning(problem.Problem);
            else WriteFailure(problem);
        }

        var reader = new CardReader(_connection.Client, ReaderOptions(), _journal);
        if (IsWhatIf) _forecast = new CallForecast(reader);
        else _batch = new CardBatch(reader, BatchOptions());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var paths = (ParameterSetName == "Path" ? Path.SelectMany(ResolveWildcard) : LiteralPath.SelectMany(ResolveLiteral)).ToArray();
        if (!MyInvocation.ExpectingInput) _total = paths.Length;
        var action = _journal is null ? "Read with CLOVA OCR, 1 paid call" : "Read with CLOVA OCR, 1 paid call unless the journal answers";
        foreach (var path in paths)
        {
            if (_forecast is not null) _forecast.Add(path);
            else if (ShouldProcessFile(path, action)) Read(path);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_forecast is { } forecast)
        {
            var action = $"Read with CLOVA OCR, {forecast.PaidCalls} paid calls; the journal answers {forecast.FromJournal}";
            if (forecast.PaidCalls + forecast.FromJournal > 0) ShouldProcess($"{forecast.PaidCalls + forecast.FromJournal} pictures", action);
            return;
        }

        _total = _added;
        while (!_batch!.IsDone) WriteNext(BatchProgress.Pace);
        EndIfStopped();
        WriteEnd();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _batch?.Cancel();

    /// <summary>Ends the calls under way: the pipeline is over, perhaps before its end.</summary>
    public void Dispose()
    {
        _batch?.Dispose();
        _journal?.Dispose();
        if (_ownsConnection) _connection?.Dispose();
    }

    private CardJournal? OpenJournal(ClovaOcrConnection connection)
    {
        if (JournalPath is null) return null;
        using var secret = connection.Client.CopySecret();
        var path = ResolveFile(JournalPath);
        return IsWhatIf ? CardJournal.OpenRead(path, secret) : CardJournal.Open(path, secret);
    }

    private CardReaderOptions ReaderOptions() => new()
    {
        Encoding = ContentType,
        MaximumFileSize = MaximumFileSize,
        Timeout = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Refresh = Refresh,
    };

    private CardBatchOptions BatchOptions() => new()
    {
        ThrottleLimit = ThrottleLimit,
        Retry = new RetryPolicy { MaximumRetryCount = MaximumRetryCount, Interval = TimeSpan.FromSeconds(RetryIntervalSec) },
    };

    /// <summary>Adds a file and writes what is ready: at least one outcome if there is one, so that a slow pipeline behind starves no call.</summary>
    private void Read(string path)
    {
        while (_batch!.IsFull) WriteNext(BatchProgress.Pace);
        EndIfStopped();
        _batch.Add(path);
        _added++;
        WriteNext(TimeSpan.Zero);
        EndIfStopped();
    }

    private void WriteNext(TimeSpan patience)
    {
        var isThere = _batch!.TryTake(patience, out var outcome);
        if (_progress.Update(_batch.Summary, _total) is { } record) WriteProgress(record);
        if (isThere) Write(outcome!);
    }

    private void Write(CardOutcome outcome)
    {
        Describe(outcome);
        if (outcome.Reading is null)
        {
            WriteFailure(outcome.Error!);
            return;
        }

        _answered++;
        if (CardOf(outcome, outcome.Reading) is { } card) WriteObject(card);
    }

    /// <summary>The row of an answer; null when an error was written. One answer must not take the others, which are paid for, with it.</summary>
    private AlienCard? CardOf(CardOutcome outcome, CardReading reading)
    {
        try
        {
            return AlienCard.From(reading, outcome.Path, outcome.ImageHash, outcome.FromJournal, IncludeNumber);
        }
        catch (Exception exception)
        {
            WriteFailure(ClovaOcrException.Unforeseen(exception).ForFile(outcome.Path));
            return null;
        }
    }

    /// <summary>Says what a support person asks for; pictures are named by their hash, because file names are often people's names.</summary>
    private void Describe(CardOutcome outcome)
    {
        if (outcome.ImageHash is null) return;
        var picture = $"Picture {outcome.ImageHash.Substring(0, 8)}";
        foreach (var call in outcome.Calls) WriteVerbose($"{picture}, {call}.");
        if (outcome.FromJournal) WriteVerbose($"{picture}, request {outcome.Reading!.RequestId}: {outcome.Reading.Result}, from the journal.");
        if (outcome.Refusals > 0)
            WriteDebug($"{picture}, request {outcome.LastRefusedRequestId}: refused {outcome.Refusals} times up to then, because too many calls were under way.");
    }

    /// <summary>When no call can succeed: every answer already received first, then the error that ends the command.</summary>
    private void EndIfStopped()
    {
        if (_batch!.StopReason is not { } reason) return;
        while (!_batch.IsDone) WriteNext(BatchProgress.Pace);
        WriteEnd();
        ThrowFailure(reason.AfterCards(_answered));
    }

    private void WriteEnd()
    {
        WriteProgress(_progress.End());
        WriteVerbose(_batch!.Summary.ToString());
        if (_batch.Summary.PossiblyBilledTwice is > 0 and var calls)
            WriteWarning($"{calls} calls were made again after one whose answer was lost and that may have been billed.");
    }
}
