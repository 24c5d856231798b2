using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ClovaOcr.Batch;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.PowerShell.Cards;
using ClovaOcr.Service;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Makes cards of saved responses, without a call.</summary>
[Cmdlet(VerbsData.ConvertFrom, "AlienCardResponse", DefaultParameterSetName = "InputObject")]
[OutputType(typeof(AlienCard))]
public sealed class ConvertFromAlienCardResponseCommand : PathCommand
{
    // A value of a type of the library's would have the library loaded together with this type, which is when the module is imported.
    private readonly StrongBox<AreaSpace?> _areasIn = new();

    /// <summary>
    /// A response: its JSON text, the file of <c>Get-ChildItem</c> that holds it, or the object that <c>Invoke-RestMethod</c>,
    /// <c>ConvertFrom-Json</c> or a card's Response gives.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Files with one response each; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files with one response each, each name as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The picture that was sent, so that the card can be masked.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImagePath { get; set; }

    /// <summary>
    /// Which pixels the response's areas are in, for a picture with an EXIF orientation: those of an upright copy, as
    /// Invoke-AlienCardOcr sends it, or those stored in the file, if another program sent the file itself. Without it the areas of such
    /// a picture are left out, and it cannot be masked.
    /// </summary>
    [Parameter]
    public AreaSpace? AreasIn { get => _areasIn.Value; set => _areasIn.Value = value; }

    /// <summary>Gives identity numbers in full instead of masked.</summary>
    [Parameter]
    public SwitchParameter IncludeNumber { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var (file, read) in Responses())
        {
            AlienCard card;
            try
            {
                card = CardOf(read());
            }
            catch (ClovaOcrException exception)
            {
                WriteFailure(file is null || exception.FilePath is not null ? exception : exception.ForFile(file));
                continue;
            }

            WriteObject(ListedProperties.AddTo(card));
        }
    }

    private IEnumerable<(string? File, Func<CardReading> Read)> Responses() => ParameterSetName switch
    {
        "Path" => Path.SelectMany(ResolveWildcard).Select(FromFile),
        "LiteralPath" => LiteralPath.SelectMany(ResolveLiteral).Select(FromFile),
        _ => [InputObject.BaseObject switch
        {
            string json => (null, () => ParseText(json)),
            FileInfo file => FromFile(file.FullName),
            _ => (null, () => ResponseParser.Parse(JsonTree.Write(InputObject))),
        }],
    };

    private static CardReading ParseText(string text) => text.TrimStart().StartsWith("{", StringComparison.Ordinal)
        ? ResponseParser.Parse(text)
        : throw new ClovaOcrException(
            ClovaOcrErrorKind.UnexpectedResponse, "The text is not JSON. A file's name belongs to -Path; Get-Content gives a file's whole text with -Raw.");

    private static (string? File, Func<CardReading> Read) FromFile(string file) =>
        (file, () => ResponseParser.Parse(SourceFile.ReadBytes(file, ResponseParser.MaximumSize)));

    private AlienCard CardOf(CardReading reading)
    {
        if (ImagePath is null) return AlienCard.From(reading, path: null, imageHash: null, fromJournal: false, IncludeNumber);
        var image = SourceFile.Read(ResolveFile(ImagePath), int.MaxValue);
        return AlienCard.From(SentPicture.Replay(image, AreasIn).MapToStored(reading), image.Path, image.Hash, fromJournal: false, IncludeNumber);
    }
}
