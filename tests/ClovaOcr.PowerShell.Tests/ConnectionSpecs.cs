using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class ConnectionSpecs
{
    private const string Card = "$cards/ac-01-english.jpg";

    [Fact]
    public async Task Without_a_connection_the_command_ends_at_once_and_names_what_to_do()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        foreach (var script in new[] { "Invoke-AlienCardOcr " + Card, "@() | Invoke-AlienCardOcr" })
        {
            var error = scenario.Run(script).Terminating!;
            Assert.StartsWith("NotConnected", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Connect-ClovaOcr", error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("CLOVA_OCR_INVOKE_URL", error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("CLOVA_OCR_SECRET", error.Exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_two_environment_variables_are_enough()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run($$"""
            $env:CLOVA_OCR_INVOKE_URL, $env:CLOVA_OCR_SECRET = $url, $secret
            try { Invoke-AlienCardOcr {{Card}} } finally { $env:CLOVA_OCR_INVOKE_URL = $env:CLOVA_OCR_SECRET = $null }
            """);
        Assert.Equal(["Success"], run.Values("Status"));
    }

    [Fact]
    public async Task A_connection_given_goes_before_the_sessions_and_that_before_the_environment()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        await using var other = await Scenario.StartAsync(connect: false);
        scenario.Session.State.SetVariable("otherUrl", other.Emulator.InvokeUrl);
        scenario.Session.State.SetVariable("otherSecret", other.Emulator.Secret);
        var run = scenario.Run($$"""
            $env:CLOVA_OCR_INVOKE_URL, $env:CLOVA_OCR_SECRET = 'https://unreachable.invalid/custom/v1/1/k', 'x'
            try {
                $other = Connect-ClovaOcr $otherUrl $otherSecret -PassThru
                Connect-ClovaOcr $url $secret
                Invoke-AlienCardOcr {{Card}}
                Invoke-AlienCardOcr {{Card}} -Connection $other
            } finally { $env:CLOVA_OCR_INVOKE_URL = $env:CLOVA_OCR_SECRET = $null }
            """);
        Assert.Equal(["Success", "Success"], run.Values("Status"));
        Assert.Equal((1, 1), (scenario.Emulator.Stats.Calls, other.Emulator.Stats.Calls));
    }

    [Fact]
    public async Task Two_connections_work_side_by_side()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        await using var other = await Scenario.StartAsync(connect: false);
        var run = scenario.Run(
            $"""
            $a = Connect-ClovaOcr $url $secret -PassThru
            $b = Connect-ClovaOcr $args[0] $args[1] -PassThru
            Invoke-AlienCardOcr {Card} -Connection $a
            Invoke-AlienCardOcr {Card} -Connection $b
            Invoke-AlienCardOcr {Card} -Connection $a
            """,
            other.Emulator.InvokeUrl,
            other.Emulator.Secret);
        Assert.Equal(3, run.Output.Count);
        Assert.Equal((2, 1), (scenario.Emulator.Stats.Calls, other.Emulator.Stats.Calls));
    }

    [Fact]
    public async Task A_connection_made_in_another_modules_function_is_there_at_the_prompt_and_no_variable_shows_it()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run($$"""
            New-Module -Name OfficeTools -ArgumentList $url, $secret {
                param($url, $secret)
                function Connect-Office { Connect-ClovaOcr $url $secret }
            } | Import-Module
            Connect-Office
            Invoke-AlienCardOcr {{Card}}
            """);
        Assert.Equal(["Success"], run.Values("Status"));
        Assert.All(scenario.Run("$ExecutionContext.SessionState.PSVariable.Get('ClovaOcrConnection')").Output, Assert.Null);
        Assert.Empty(scenario.Run("$ExecutionContext.InvokeProvider.ChildItem.Get('Variable:*', $false) | Where-Object { $_.Value -is [ClovaOcr.PowerShell.Connection.ClovaOcrConnection] }").Output);
    }

    [Fact]
    public async Task Disconnect_forgets_the_sessions_connection_and_closes_one_that_is_given()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Run("Disconnect-ClovaOcr");
        Assert.Equal("NotConnected", scenario.Run("Invoke-AlienCardOcr " + Card).TerminatingId);

        scenario.Run("$c = Connect-ClovaOcr $url $secret -PassThru; $c | Disconnect-ClovaOcr");
        Assert.Equal("NotConnected", scenario.Run($"Invoke-AlienCardOcr {Card} -Connection $c").TerminatingId);
        Assert.Equal(["False"], scenario.Run("$c").Values("IsConnected"));
        Assert.Null(scenario.Run("Disconnect-ClovaOcr").Terminating);
    }

    [Theory]
    [InlineData("not a url")]
    [InlineData("ftp://host/custom/v1/1/{0}")]
    [InlineData("http://example.invalid/custom/v1/1/{0}")]
    public async Task A_url_that_is_none_is_refused_when_it_is_given(string url)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("Connect-ClovaOcr $args[0] x", url.Replace("{0}", TellTaleSecret.InvokeKey, StringComparison.Ordinal));
        Assert.Equal("InvalidUrl", run.TerminatingId);
        Assert.DoesNotContain(TellTaleSecret.InvokeKey, run.Terminating!.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_machine_is_called_without_encryption_only_with_AllowInsecure_and_never_by_the_environment()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.Session.State.SetVariable("plain", "http://gateway.example/custom/v1/1/tell-tale-key");
        Assert.Equal("InvalidUrl", scenario.Run("Connect-ClovaOcr $plain x").TerminatingId);
        Assert.Single(scenario.Run("Connect-ClovaOcr $plain x -AllowInsecure -PassThru; Disconnect-ClovaOcr").Output);
        var run = scenario.Run($$"""
            $env:CLOVA_OCR_INVOKE_URL, $env:CLOVA_OCR_SECRET = $plain, 'x'
            try { Invoke-AlienCardOcr {{Card}} } finally { $env:CLOVA_OCR_INVOKE_URL = $env:CLOVA_OCR_SECRET = $null }
            """);
        Assert.Equal("InvalidUrl", run.TerminatingId);
        Assert.Contains("-AllowInsecure", run.Terminating!.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tell-tale-key", run.Terminating.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_on_another_machine_gets_no_unencrypted_call_to_this_one()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        Assert.Equal("InvalidProxy", scenario.Run("Connect-ClovaOcr $url $secret -Proxy http://proxy.example:3128").TerminatingId);
    }

    [Fact]
    public async Task A_url_that_the_service_does_not_know_ends_the_batch()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.Run("Connect-ClovaOcr ($url -replace '[^/]+$', 'anotherkey') $secret");
        Assert.Contains(scenario.Run("Invoke-AlienCardOcr " + Card).TerminatingId, (string[])["InvalidUrl", "InvalidDomain"]);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_an_error_for_each_card()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        await scenario.Emulator.DisposeAsync();
        scenario.Run("Connect-ClovaOcr $url $secret");
        Assert.Equal(["ConnectionFailed", "ConnectionFailed"], scenario.Run($"Invoke-AlienCardOcr {Card}, {Card}").ErrorIds);
    }

    [Theory]
    [InlineData("$secret")]
    [InlineData("[System.Net.NetworkCredential]::new('', $secret).SecurePassword")]
    [InlineData("[pscredential]::new('clova', [System.Net.NetworkCredential]::new('', $secret).SecurePassword)")]
    [InlineData("\" $secret `n\"")]
    public async Task The_secret_may_be_text_a_SecureString_or_a_credential(string secret)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        Assert.Equal(["Success"], scenario.Run($"Connect-ClovaOcr $url ({secret}); Invoke-AlienCardOcr {Card}").Values("Status"));
    }

    [Fact]
    public async Task A_connection_shown_exported_or_in_an_error_tells_neither_secret_nor_invoke_key()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.Session.Show("""
            $c = Connect-ClovaOcr $url $secret -PassThru -Header @{ 'X-Own' = "own-$secret" } -Verbose -Debug
            $c
            "as text: $c"
            $c.PSObject.Properties | ForEach-Object { "$($_.Name) = $($_.Value)" }
            [System.Management.Automation.PSSerializer]::Serialize($c, 9)
            Invoke-AlienCardOcr nowhere.jpg -Connection $c
            Write-Nothing $c
            """);
        var text = scenario.Screen + string.Join('\n', scenario.Run("$Error | ForEach-Object { $_.ToString(); $_.Exception.ToString() }").Output);
        Assert.Contains("/***", text, StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.Emulator.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.InvokeKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TellTaleSecret.Mark, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("myproxy:3128")]
    [InlineData("myproxy")]
    [InlineData("http://user:{0}@[bad")]
    [InlineData("http://user:{0}@127.0.0.1")]
    public async Task A_proxy_that_is_none_is_refused_without_repeating_it(string proxy)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("Connect-ClovaOcr $url $secret -Proxy $args[0]", proxy.Replace("{0}", TellTaleSecret.Secret, StringComparison.Ordinal));
        Assert.Equal("InvalidProxy", run.TerminatingId);
        Assert.DoesNotContain(TellTaleSecret.Secret, run.Terminating!.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_are_no_table_are_refused_without_repeating_them()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var error = scenario.Run("Connect-ClovaOcr $url $secret -Header $args[0]", $"X-Own: {TellTaleSecret.Secret}").Terminating!;
        Assert.Contains("hashtable", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TellTaleSecret.Secret, error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-ClovaOcr $url $args")]
    [InlineData("Connect-ClovaOcr $url @{ Secret = $args[0] }")]
    [InlineData("Connect-ClovaOcr $args[0] $secret")]
    [InlineData("Connect-ClovaOcr $url $secret -AccessKey access -SecretKey $args")]
    [InlineData("Connect-ClovaOcr $url \"$($args[0]) and more\"")]
    [InlineData("Connect-ClovaOcr $url $secret -Header @{ 'X Own' = $args[0] }")]
    public async Task A_secret_given_in_a_wrong_way_or_place_is_not_repeated(string script)
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var error = scenario.Run(script, TellTaleSecret.Secret, TellTaleSecret.Secret).Terminating!;
        Assert.DoesNotContain(ObjectDump.Of(PSObject.AsPSObject(error)), text => text.Contains(TellTaleSecret.Mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proxy_is_used_and_shown_without_its_credentials()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run("""
            $password = [System.Net.NetworkCredential]::new('', $secret).SecurePassword
            Connect-ClovaOcr $url $secret -PassThru -Proxy http://127.0.0.1:9 -ProxyCredential ([pscredential]::new('user', $password))
            """);
        var connection = run.Output.Single();
        Assert.Equal("http://127.0.0.1:9", connection.Properties["Proxy"].Value);
        Assert.DoesNotContain(TellTaleSecret.Mark, PSSerializer.Serialize(connection, 9), StringComparison.Ordinal);
    }
}
