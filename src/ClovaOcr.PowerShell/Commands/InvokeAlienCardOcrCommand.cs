using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ClovaOcr.Batch;
using ClovaOcr.Imaging;
using ClovaOcr.PowerShell.Cards;
using ClovaOcr.PowerShell.Connection;
using ClovaOcr.Service;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Reads alien registration cards: picture files in, one <see cref="AlienCard"/> for each answer out, in input order.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AlienCardOcr", DefaultParameterSetName = "Path", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AlienCard))]
public sealed class InvokeAlienCardOcrCommand : PathCommand, IDisposable
{
    private CardBatch? _batch;
    private ClovaOcrConnection? _connection;
    private bool _ownsConnection;
    private int _written;
    private int _wouldCall;

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

    /// <summary>Calls under way at the same time, at the most.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Seconds for one whole call; the connection's if it is not given.</summary>
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
        }
        catch (ClovaOcrException exception)
        {
            ThrowFailure(exception);
            return;
        }

        var options = new CardReaderOptions
        {
            Encoding = ContentType,
            MaximumFileSize = MaximumFileSize,
            Timeout = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        _batch = new CardBatch(new CardReader(_connection.Client, options), ThrottleLimit);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var paths = ParameterSetName == "Path" ? Path.SelectMany(ResolveWildcard) : LiteralPath.SelectMany(ResolveLiteral);
        foreach (var path in paths)
        {
            if (!ShouldCall(path)) continue;
            while (_batch!.IsFull && _batch.Take() is { } outcome) Write(outcome);
            EndIfStopped();
            _batch.Add(path);
        }

        while (_batch!.TryTake(out var outcome)) Write(outcome!);
        EndIfStopped();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_batch!.Take() is { } outcome) Write(outcome);
        EndIfStopped();
        if (_wouldCall > 0) ShouldProcess($"{_wouldCall} pictures", $"Read with CLOVA OCR, {_wouldCall} paid calls");
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _batch?.Cancel();

    /// <summary>Ends the calls under way: the pipeline is over, perhaps before its end.</summary>
    public void Dispose()
    {
        _batch?.Dispose();
        if (_ownsConnection) _connection?.Dispose();
    }

    /// <summary>With -WhatIf the calls are counted, to be told in one line; with -Confirm each is asked for.</summary>
    private bool ShouldCall(string path)
    {
        if (!IsWhatIf) return ShouldProcessFile(path, "Read with CLOVA OCR, 1 paid call");
        if (new FileInfo(path) is { Exists: true, Length: > 0 }) _wouldCall++;
        return false;
    }

    private void Write(CardOutcome outcome)
    {
        if (outcome.Reading is { } reading)
        {
            _written++;
            WriteVerbose(
                $"Request {reading.RequestId}: {reading.Result}, picture {outcome.ImageHash!.Substring(0, 8)}, {outcome.Elapsed.TotalMilliseconds:0} ms.");
            WriteObject(AlienCard.From(reading, outcome.Path, outcome.ImageHash, IncludeNumber));
        }
        else
        {
            WriteFailure(outcome.Error!);
        }
    }

    /// <summary>When no call can succeed: every answer already received first, then the error that ends the command.</summary>
    private void EndIfStopped()
    {
        if (_batch!.StopReason is null) return;
        while (_batch.Take() is { } outcome) Write(outcome);
        ThrowFailure(_batch.StopReason.AfterCards(_written));
    }
}
