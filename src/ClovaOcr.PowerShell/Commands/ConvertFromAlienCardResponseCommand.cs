using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
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
    // Far more than any answer has; a larger file is not one.
    private const long MaximumFileSize = 8 * 1024 * 1024;

    /// <summary>
    /// A response: its JSON text, the file of <c>Get-ChildItem</c> that holds it, or the object that <c>Invoke-RestMethod</c>,
    /// <c>ConvertFrom-Json</c> or a card's Response gives.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "InputObject", ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Files with one response each; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files with one response each, each name as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// The picture that was sent, so that the card can be masked. If it has an EXIF orientation, the response must be one to an upright
    /// copy, as Invoke-AlienCardOcr sends it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImagePath { get; set; }

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
                card = CardOf(ResponseParser.Parse(read()));
            }
            catch (ClovaOcrException exception)
            {
                WriteFailure(file is null || exception.FilePath is not null ? exception : exception.ForFile(file));
                continue;
            }

            WriteObject(card);
        }
    }

    private IEnumerable<(string? File, Func<string> Read)> Responses() => ParameterSetName switch
    {
        "Path" => Path.SelectMany(ResolveWildcard).Select(FromFile),
        "LiteralPath" => LiteralPath.SelectMany(ResolveLiteral).Select(FromFile),
        _ => [InputObject.BaseObject switch
        {
            string json => (null, () => json),
            FileInfo file => FromFile(file.FullName),
            _ => (null, () => JsonTree.Write(InputObject)),
        }],
    };

    private static (string? File, Func<string> Read) FromFile(string file) => (file, () => ReadText(file));

    private static string ReadText(string file) => Encoding.UTF8.GetString(SourceFile.ReadBytes(file, MaximumFileSize));

    private AlienCard CardOf(CardReading reading)
    {
        if (ImagePath is null) return AlienCard.From(reading, path: null, imageHash: null, IncludeNumber);
        var image = SourceFile.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(ImagePath), SourceFile.DefaultMaximumSize);
        return AlienCard.From(SentPicture.Of(image).MapToStored(reading), image.Path, image.Hash, IncludeNumber);
    }
}
