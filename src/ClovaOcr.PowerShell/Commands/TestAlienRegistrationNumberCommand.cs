using System.Management.Automation;
using ClovaOcr.Cards;
using ClovaOcr.PowerShell.Cards;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Tells whether a text has the form of an alien registration number, and what the number says.</summary>
[Cmdlet(VerbsDiagnostic.Test, "AlienRegistrationNumber")]
[OutputType(typeof(AlienRegistrationNumberTest), typeof(bool))]
public sealed class TestAlienRegistrationNumberCommand : PSCmdlet
{
    /// <summary>The number, with or without its hyphen, whole or masked.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RegistrationNumber")]
    [AllowNull]
    [AllowEmptyString]
    public string?[]? Number { get; set; }

    /// <summary>Returns only whether it has the form.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var text in Number ?? [null])
        {
            var number = AlienRegistrationNumber.Examine(text, out var problem);
            WriteObject(Quiet ? number is not null : AlienRegistrationNumberTest.From(text, number, problem));
        }
    }
}
