using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ClovaOcr.Imaging;
using ClovaOcr.PowerShell.Cards;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Writes masked copies of cards' pictures, each checked by reading it back, and returns the proofs.</summary>
[Cmdlet(VerbsData.ConvertTo, "MaskedImage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(MaskedImage))]
public sealed class ConvertToMaskedImageCommand : PathCommand
{
    // Without regard to case, because the file system may have none.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _sources = new(StringComparer.OrdinalIgnoreCase);
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
    public MaskDigits Digits { get; set; } = MaskDigits.Last7;

    /// <summary>The vendor's names of further fields to cover.</summary>
    [Parameter]
    [ValidateSet("sex", "name", "nationality", "visaType", "issueDate", "authority", "authorityEng")]
    public string[] Field { get; set; } = [];

    /// <summary>Overwrites files, but not a card's own source, nor one that was masked before it in the same run.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
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

        WriteVerbose($"Picture {image.SourceHash.Substring(0, 8)}: masked, {image.CoveredPixels} pixels covered, checked.");
        WriteObject(image);
    }

    private static string? RequestIdOf(PSObject card) => card.Properties[nameof(AlienCard.RequestId)]?.Value?.ToString();

    private MaskedImage? Mask(MaskableCard card)
    {
        var destination = DestinationFor(card);
        if (_taken.Contains(destination))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.DestinationConflict, "Another picture of this run has the same destination. Use a folder for each.")
            {
                FilePath = card.Path,
            };
        }

        _sources.Add(card.Path);
        if (_sources.Contains(destination))
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.DestinationIsSource, "The destination is a picture of this run. Choose another destination.") { FilePath = destination };
        }

        MaskDestination.Check(destination, Force, card.ImageHash);
        if (!ShouldProcessFile(destination, "Write masked copy")) return null;
        var copy = CardMasker.Mask(card, Digits, Field);
        MaskDestination.Write(copy, destination, Force);
        _taken.Add(destination);
        return new MaskedImage(card.Path, destination, copy);
    }

    private string DestinationFor(MaskableCard card) => _destination is not null && !_isFolder
        ? _destination
        : Path.Combine(_destination ?? Path.GetDirectoryName(card.Path)!, MaskDestination.NameFor(card.Path, card.ImageHash));
}
