using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using ClovaOcr.PowerShell.Cards;
using ClovaOcr.Review;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>
/// Writes one page on which a person checks what was read against the masked copies: doubtful cards first, the fields' boxes drawn on the
/// picture. The page needs no network, and holds names but no registration number.
/// </summary>
[Cmdlet(VerbsData.Export, "AlienCardReview", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class ExportAlienCardReviewCommand : PathCommand, IDisposable
{
    private readonly ReviewPage _page = new();
    private readonly CancellationTokenSource _stopped = new();
    private string _path = "";
    private bool _isRefused;

    /// <summary>
    /// The cards of Invoke-AlienCardOcr or ConvertFrom-AlienCardResponse, the proofs of ConvertTo-MaskedImage, and the errors of either, in
    /// any order; also those that came back from Clixml or remoting. A card without a proof is shown without a picture.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The page's file, such as review.html.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Overwrites a file, but never a card's picture or a masked copy.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _path = ResolveFile(Path);
            if (!IsWhatIf) ReviewPage.CheckDestination(_path, Force);
        }
        catch (ClovaOcrException exception)
        {
            ThrowFailure(exception);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in ReviewInput.Each(InputObject))
        {
            try
            {
                ReviewInput.AddTo(_page, input);
            }
            catch (ClovaOcrException exception)
            {
                _isRefused = true;
                WriteFailure(exception);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // The errors have said why there is nothing; an empty page would look like a check that is done.
        if (_isRefused && _page.Count == 0) return;
        if (!ShouldProcessFile(_path, $"Write a review page of {_page.Count} cards")) return;
        IReadOnlyList<ClovaOcrException> problems = [];
        try
        {
            problems = _page.Write(_path, Force, ShowProgress, _stopped.Token);
        }
        catch (ClovaOcrException exception)
        {
            ThrowFailure(exception);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        foreach (var problem in problems) WriteFailure(problem);
        WriteVerbose($"Review page of {_page.Count} cards written, {problems.Count} masked copies not shown.");
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopped.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stopped.Dispose();

    private void ShowProgress(int done, int all)
    {
        if (all == 0) return;
        WriteProgress(new ProgressRecord(0, "Review page", $"{done} of {all} pictures")
        {
            PercentComplete = (int)(done * 100L / all),
            RecordType = done == all ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    }
}
