using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace ClovaOcr.PowerShell.Tests.Samples;

/// <summary>What each host runs, and what comes back from it. Remoting itself needs a whole PowerShell at the other end.</summary>
public sealed class RemotingSampleSpecs
{
    private const string ReadShares = """
        $secure = { [System.Net.NetworkCredential]::new('', $args[0]).SecurePassword }
        foreach ($index in 0..2) {
            & $args[0] $folder/*.jpg "$folder/host-$index.journal" $index 3 2 (& $secure $url) (& $secure $secret)
        }
        """;

    [Fact]
    public async Task The_hosts_read_every_picture_once_and_leave_no_connection_behind()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.WriteCards(15);
        var script = SampleFile.PathOf("remoting/Read-CardShare.ps1");
        var run = scenario.Run(ReadShares, script);
        Assert.Empty(run.Errors);
        Assert.Equal(Directory.GetFiles(scenario.Folder, "*.jpg").Order(StringComparer.Ordinal), run.Values("Path").Order(StringComparer.Ordinal));
        Assert.Equal(15, scenario.Emulator.Stats.Billed);
        Assert.Equal("NotConnected", scenario.Run("Invoke-AlienCardOcr $folder/*.jpg").TerminatingId);
    }

    [Fact]
    public async Task What_comes_back_goes_on_to_be_masked_and_holds_no_number()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var card = Scenario.Specimens("ac")[0];
        scenario.Copy(card, card);
        var run = scenario.Run(ReadShares, SampleFile.PathOf("remoting/Read-CardShare.ps1"));

        // Remoting sends the same text.
        var sent = PSSerializer.Serialize(run.Output.Single(), depth: 1);
        Assert.DoesNotContain(Scenario.Printed(card, "alienRegNum")[^7..], sent, StringComparison.Ordinal);
        var proof = scenario.Run("$args[0] | ConvertTo-MaskedImage -DestinationPath $folder/masked", PSSerializer.Deserialize(sent));
        Assert.Empty(proof.Errors);
        Assert.Single(proof.Output);
    }

    [Fact]
    public async Task Hosts_that_were_asked_are_ended_when_a_later_one_cannot_be()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("""
            function global:Invoke-Command { if ($global:asked++) { throw 'The session is gone.' }; 'job 1' }
            function global:Remove-Job { param($Job, [switch] $Force) $global:removed = "$Job" }
            $secure = [System.Net.NetworkCredential]::new('', 'x').SecurePassword
            $session = [System.Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject([System.Management.Automation.Runspaces.PSSession])
            try { & $args[0] ($session, $session) -Path /x -JournalPath /y -InvokeUrl $secure -Secret $secure } catch { "$_" }
            $global:removed
            """, SampleFile.PathOf("remoting/Invoke-CardOcrOnHosts.ps1"));
        Assert.Equal(["The session is gone.", "job 1"], run.Output.Select(line => line.ToString()));
    }
}
