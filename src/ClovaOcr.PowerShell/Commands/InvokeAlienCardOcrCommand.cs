using System;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
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
public sealed class InvokeAlienCardOcrCommand : BatchCommand, IDisposable
{
    // A value of a type of the library's would have the library loaded together with this type, which is when the module is imported.
    private readonly StrongBox<RequestEncoding> _contentType = new(RequestEncoding.Multipart);
    private ClovaOcrConnection? _connection;
    private bool _ownsConnection;
    private CardJournal? _journal;
    private CallForecast? _forecast;

    /// <summary>Files to read; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files to read, each name as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
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
    public RequestEncoding ContentType { get => _contentType.Value; set => _contentType.Value = value; }

    /// <summary>Bytes; a larger file is an error and is not sent.</summary>
    [Parameter]
    [ValidateRange(1L, int.MaxValue)]
    public long MaximumFileSize { get; set; } = SourceFile.DefaultMaximumSize;

    /// <summary>Which share of the pictures is read, from 0; goes with -ShardCount.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? ShardIndex { get; set; }

    /// <summary>
    /// How many runs share the pictures, each told apart by its -ShardIndex. A picture's share follows from its SHA-256 alone, so keep the
    /// count for as long as the journals are kept.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? ShardCount { get; set; }

    /// <summary>The connection to use; the session's if it is not given.</summary>
    [Parameter]
    [ValidateNotNull]
    public ClovaOcrConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CardReader reader;
        try
        {
            var options = ReaderOptions();
            _connection = FindConnection(Connection, out _ownsConnection);
            _journal = OpenJournal(_connection);
            reader = new CardReader(_connection.Client, options, _journal);
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

        if (IsWhatIf) _forecast = new CallForecast(reader);
        else StartBatch(new CardBatch(reader, BatchOptions()));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var paths = (ParameterSetName == "Path" ? Path.SelectMany(ResolveWildcard) : LiteralPath.SelectMany(ResolveLiteral)).ToArray();
        if (!MyInvocation.ExpectingInput) Total = paths.Length;
        var action = _journal is null ? "Read with CLOVA OCR, 1 paid call" : "Read with CLOVA OCR, 1 paid call unless the journal answers";
        foreach (var path in paths)
        {
            if (_forecast is not null) _forecast.Add(path);
            else if (IsOurs(path) && ShouldProcessFile(path, action)) Read(path);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_forecast is { } forecast)
        {
            var pictures = forecast.PaidCalls + forecast.FromJournal;
            if (pictures + forecast.OfOtherShards > 0) ShouldProcess($"{pictures} pictures", forecast.Action);
            return;
        }

        FinishBatch();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => CancelBatch();

    /// <summary>Ends the calls under way: the pipeline is over, perhaps before its end.</summary>
    public void Dispose()
    {
        DisposeBatch();
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
        Shard = Shard.Of(ShardIndex, ShardCount),
    };

    private CardBatchOptions BatchOptions() => new()
    {
        ThrottleLimit = ThrottleLimit,
        Retry = new RetryPolicy { MaximumRetryCount = MaximumRetryCount, Interval = TimeSpan.FromSeconds(RetryIntervalSec) },
    };

    private protected override AlienCard CardOf(CardOutcome outcome, CardReading reading) =>
        AlienCard.From(reading, outcome.Path, outcome.ImageHash, outcome.FromJournal, IncludeNumber);
}
