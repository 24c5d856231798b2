using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.PowerShell.Cards;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Writes masked copies of cards' pictures, each checked by reading it back, and returns the proofs.</summary>
[Cmdlet(VerbsData.ConvertTo, "MaskedImage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(MaskedImage))]
public sealed class ConvertToMaskedImageCommand : PathCommand, IDisposable
{
    // A value of a type of the library's would have the library loaded together with this type, which is when the module is imported.
    private readonly StrongBox<MaskDigits> _digits = new(MaskDigits.Last7);
    private readonly StrongBox<MaskQrCode> _qrCode = new(MaskQrCode.Auto);

    // Copies in whose place there is another file. It may be a picture that is still to come, so that they wait for the last card.
    private readonly List<(StagedCopy Copy, MaskedImage Image)> _waiting = [];
    private MaskOutput? _output;
    private string? _destination;
    private bool _isFolder;

    /// <summary>
    /// A card of <c>Invoke-AlienCardOcr</c> or <c>ConvertFrom-AlienCardResponse</c>, also one that came back from Clixml or remoting.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>A folder, made if it is not there, or a picture file's name; beside the source if it is not given.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? DestinationPath { get; set; }

    /// <summary>How much of the number is covered.</summary>
    [Parameter]
    public MaskDigits Digits { get => _digits.Value; set => _digits.Value = value; }

    /// <summary>The vendor's names of further fields to cover.</summary>
    [Parameter]
    [ValidateSet("sex", "name", "nationality", "visaType", "issueDate", "authority", "authorityEng")]
    public string[] Field { get; set; } = [];

    /// <summary>
    /// What is done about the QR code of cards issued since 2023-04-01. Auto covers it, refuses a picture whose code cannot be located
    /// surely, and warns when such a card shows none; Require refuses that too; Ignore looks for none.
    /// </summary>
    [Parameter]
    public MaskQrCode QrCode { get => _qrCode.Value; set => _qrCode.Value = value; }

    /// <summary>
    /// Overwrites files, but no picture that was given to be masked in the same run. Because one may still come, a copy that overwrites a
    /// file is put in its place after the last card.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _output = new MaskOutput(Force) { IsDryRun = IsWhatIf };
        if (DestinationPath is null) return;
        try
        {
            _destination = ResolveFile(DestinationPath);
        }
        catch (ClovaOcrException exception)
        {
            ThrowFailure(exception);
        }

        _isFolder = DestinationPath.EndsWith("/", StringComparison.Ordinal)
            || DestinationPath.EndsWith("\\", StringComparison.Ordinal)
            || !MaskDestination.IsFile(_destination!);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        MaskedImage image;
        try
        {
            var card = CardInput.From(InputObject);
            _output!.AddSource(card.Path, card.ImageHash);
            if (card.Status is CardStatus.Failure or CardStatus.Error)
            {
                WriteWarning($"Request {RequestIdOf(InputObject)}: no card was recognised, so there is nothing to mask.");
                return;
            }

            if (Mask(card.ToMaskable()) is not { } masked) return;
            image = masked;
        }
        catch (ClovaOcrException exception)
        {
            WriteFailure(exception);
            return;
        }

        WriteImage(image);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var (copy, image) in _waiting)
        {
            try
            {
                _output!.MoveIntoPlace(copy);
            }
            catch (ClovaOcrException exception)
            {
                WriteFailure(exception);
                continue;
            }

            WriteImage(image);
        }
    }

    /// <summary>Removes the copies that were not put in their places because the run was ended.</summary>
    public void Dispose() => _output?.Dispose();

    private void WriteImage(MaskedImage image)
    {
        if (image.Warnings is { } warnings) WriteWarning($"Picture {image.SourceHash.Substring(0, 8)}: {warnings} Look at the copy.");
        WriteVerbose($"Picture {image.SourceHash.Substring(0, 8)}: masked, {image.CoveredPixels} pixels covered, checked.");
        WriteObject(ListedProperties.AddTo(image));
    }

    private static string? RequestIdOf(PSObject card) =>
        card.Properties[nameof(AlienCard.RequestId)]?.Value?.ToString() is { } id ? ShownText.Of(id) : null;

    private MaskedImage? Mask(MaskableCard card)
    {
        var destination = DestinationFor(card);
        _output!.Check(card.Path, destination);
        if (!ShouldProcessFile(destination, "Write masked copy")) return null;
        var copy = CardMasker.Mask(card, new MaskOptions { Digits = Digits, Fields = Field, QrCode = QrCode });
        var image = new MaskedImage(destination, card.Path, copy);
        var staged = _output.Stage(copy, destination);
        if (staged.Overwrites)
        {
            _waiting.Add((staged, image));
            return null;
        }

        using (staged) _output.MoveIntoPlace(staged);
        return image;
    }

    private string DestinationFor(MaskableCard card) => _destination is not null && !_isFolder
        ? _destination
        : Path.Combine(_destination ?? Path.GetDirectoryName(card.Path)!, MaskDestination.NameFor(card.Path, card.ImageHash));
}
