using System.Linq;
using System.Management.Automation;
using ClovaOcr.Cards;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Tells which statuses of stay there are, and what a code on a card means.</summary>
[Cmdlet(VerbsCommon.Get, "AlienVisaCode")]
[OutputType(typeof(StatusOfStay))]
public sealed class GetAlienVisaCodeCommand : ClovaOcrCommand
{
    /// <summary>
    /// Codes such as D-8, or E-7-4 for a part of E-7; wildcards find whole statuses, all of them if no code is given. A card that has no
    /// code gives nothing.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("VisaCode")]
    [ArgumentCompleter(typeof(VisaCodeCompleter))]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    public string?[]? Code { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var code in Code ?? [])
        {
            if (!string.IsNullOrWhiteSpace(code)) WriteStatuses(code!);
        }
    }

    private void WriteStatuses(string code)
    {
        if (WildcardPattern.ContainsWildcardCharacters(code))
        {
            if (Matching(code) is { } found) WriteObject(found, enumerateCollection: true);
            else WriteFailure(Unknown(code));
        }
        else if (StatusOfStay.Find(code) is { } status)
        {
            WriteObject(status);
        }
        else
        {
            WriteFailure(Unknown(code));
        }
    }

    /// <summary>The statuses that a pattern finds; null for one with a bracket that is not closed.</summary>
    private static StatusOfStay[]? Matching(string text)
    {
        try
        {
            var pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            return [.. StatusOfStay.All.Where(status => pattern.IsMatch(status.Code))];
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }

    /// <summary>A text that is no code is not repeated: it may be an object of somebody's data that was piped here by mistake.</summary>
    private static ClovaOcrException Unknown(string text) => new(
        ClovaOcrErrorKind.UnknownVisaCode,
        $"There is no status of stay {VisaCode.From(text.ToUpperInvariant()) ?? "of this code"}. Get-AlienVisaCode lists all there are.");
}
