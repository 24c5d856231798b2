using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What people do with the module, in sessions where scripts may call no method and make no object of their own.</summary>
public sealed class ConstrainedLanguageSpecs
{
    private const string Constrain = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'";

    /// <summary>
    /// In a process of its own: a conversion that was refused once in Constrained Language is refused in the whole process from then on,
    /// and one that was made before is made.
    /// </summary>
    [Fact]
    public async Task A_script_connects_reads_filters_compares_and_masks()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        (string Script, string Shown)[] expected =
        [
            ("$all.Count", "7"),
            ("($all | Where-Object Status -eq Success).Count", "6"),
            ("$all[0].Fields.Count -gt 5", "True"),
            ("($all[0].Fields | Where-Object Name -eq name).Text", "EXAMPLE ALICE"),
            ("$all[0].Response.images[0].idCard.result.ac.name[0].text", "EXAMPLE ALICE"),
            ("$all[0].IssueDate.Year", "2019"),
            ("$all[0].IssueDate -eq '2019-05-17'", "True"),
            ("$all[0].IssueDate -eq [datetime]'2019-05-17'", "True"),
            ("$all[0].IssueDate -ne '2019-05-18'", "True"),
            ("'2019-05-17' -eq $all[0].IssueDate", "True"),
            ("'2019-05-18' -gt $all[0].IssueDate", "True"),
            ("[datetime]'2019-05-16' -lt $all[0].IssueDate", "True"),
            ("[datetime]$all[0].IssueDate -lt '2019-05-18'", "True"),
            ("$all[0].IssueDate -lt $all[1].IssueDate", "True"),
            ("@($all | Where-Object VisaCode -in (Get-AlienVisaCode D-*).Code)[0].VisaCode", "D-8"),
            ("($all[0] | Get-AlienVisaCode).Name", "Corporate investor"),
            ("($all[0] | Test-AlienRegistrationNumber).BirthDate -eq '1990-01-01'", "True"),
            ("($all[0] | ConvertTo-MaskedImage $env:FOLDER/masked -Digits All -Field name, sex -QrCode Require).QrCode", "NotFound"),
            ("($all[0].Response | ConvertFrom-AlienCardResponse -ImagePath $first -AreasIn Stored).Name", "EXAMPLE ALICE"),
            ("(Invoke-AlienCardOcr $first -ContentType Json -ThrottleLimit 2 -TimeoutSec 60).Status", "Success"),
            ("(Update-AlienCardJournal $env:FOLDER/cards.journal -OlderThan '2001-01-01').Kept", "7"),
            ("try { Invoke-AlienCardOcr nowhere.jpg -ErrorAction Stop } catch { $_.Exception.Kind }", "FileNotFound"),
            ("(Connect-ClovaOcr $env:URL $env:SECRET -Header @{ 'X-Own' = 'value' } -PassThru).IsConnected", "True"),

            // Never a wrong answer: an order that needs a conversion is refused.
            ("try { $all[0].IssueDate -lt '2019-05-18' } catch { 'refused' }", "refused"),
        ];
        var environment = new Dictionary<string, string>
        {
            ["URL"] = scenario.Emulator.InvokeUrl,
            ["SECRET"] = scenario.Emulator.Secret,
            ["FOLDER"] = scenario.Folder,
            ["CARDS"] = Checkout.Cards,
        };
        const string Read = """
            Connect-ClovaOcr -InvokeUrl $env:URL -Secret $env:SECRET
            $first = "$env:CARDS/ac-01-english.jpg"
            $all = @(Invoke-AlienCardOcr -Path $env:CARDS/ac-0*.jpg, $env:CARDS/dl-01.png -JournalPath $env:FOLDER/cards.journal)
            """;
        Assert.Equal(expected.Select(row => row.Shown), await FreshProcess.RunAsync(environment, [Constrain, Read, .. expected.Select(row => row.Script)]));
    }

    [Fact]
    public async Task A_connection_is_made_of_a_SecureString_or_a_credential()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var secure = new System.Net.NetworkCredential("", scenario.Emulator.Secret).SecurePassword;
        scenario.Session.State.SetVariable("secure", secure);
        scenario.Session.State.SetVariable("credential", new PSCredential("clova", secure));
        scenario.Run(Constrain);
        var run = scenario.Run("foreach ($one in $secure, $credential) { Connect-ClovaOcr $url $one; Invoke-AlienCardOcr $cards/ac-01-english.jpg }");
        Assert.Null(run.Terminating);
        Assert.Equal(["Success", "Success"], run.Values("Status"));
    }

    [Fact]
    public async Task Tables_are_shown_as_ever()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Session.Show("Invoke-AlienCardOcr $cards/ac-1*.jpg");
        var free = scenario.Screen;
        scenario.Run(Constrain);
        scenario.Session.Show("Invoke-AlienCardOcr $cards/ac-1*.jpg");
        Assert.Equal(free + free, scenario.Screen);
    }

    [Fact]
    public void A_session_that_begins_constrained_imports_the_module()
    {
        var start = InitialSessionState.CreateDefault2();
        start.LanguageMode = PSLanguageMode.ConstrainedLanguage;
        using var runspace = RunspaceFactory.CreateRunspace(start);
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{Path.Combine(Checkout.Root, "ClovaOcr.psd1")}'; (Get-AlienVisaCode D-8).Name; [System.IO.File]::Exists('x')");
        Assert.Equal("Corporate investor", Assert.Single(shell.Invoke()).ToString());
        Assert.Equal("MethodInvocationNotSupportedInConstrainedLanguage", Assert.Single(shell.Streams.Error).FullyQualifiedErrorId);
    }
}
