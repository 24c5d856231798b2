using System;
using System.Threading.Tasks;
using ClovaOcr.Emulator;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The government region, whose gateway wants signed calls.</summary>
public sealed class SignatureSpecs
{
    private static readonly EmulatorOptions Signed = new() { RequireSignature = true, AccessKey = "access-1", SecretKey = TellTaleSecret.Secret };

    [Fact]
    public async Task Each_attempt_is_signed_anew()
    {
        await using var scenario = await Scenario.StartAsync(connect: false, Signed, "first 2: 0500");
        scenario.WriteCards(3);
        var run = scenario.Run("""
            Connect-ClovaOcr $url $secret -AccessKey access-1 -SecretKey $secretKey -Verbose
            Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr -RetryIntervalSec 1 -Verbose -Debug
            """);
        Assert.Equal(["Success", "Success", "Success"], run.Values("Status"));
        Assert.Equal(5, scenario.Emulator.Stats.Calls);
        Assert.All(run.Streams.Verbose, record => Assert.DoesNotContain(TellTaleSecret.Mark, record.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_environment_may_bring_the_keys()
    {
        await using var scenario = await Scenario.StartAsync(connect: false, Signed);
        scenario.WriteCards(1);
        var run = scenario.Run("""
            $env:CLOVA_OCR_INVOKE_URL, $env:CLOVA_OCR_SECRET, $env:CLOVA_OCR_ACCESS_KEY, $env:CLOVA_OCR_SECRET_KEY = $url, $secret, 'access-1', $secretKey
            try { Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr }
            finally { $env:CLOVA_OCR_INVOKE_URL = $env:CLOVA_OCR_SECRET = $env:CLOVA_OCR_ACCESS_KEY = $env:CLOVA_OCR_SECRET_KEY = $null }
            """);
        Assert.Equal(["Success"], run.Values("Status"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AccessKey access-1 -SecretKey wrong")]
    [InlineData("-AccessKey other -SecretKey $secretKey")]
    public async Task A_call_that_is_not_signed_or_signed_wrongly_is_refused_by_the_gateway_and_ends_the_batch(string keys)
    {
        await using var scenario = await Scenario.StartAsync(connect: false, Signed);
        scenario.WriteCards(30);
        var run = scenario.Run($"Connect-ClovaOcr $url $secret {keys}; Get-ChildItem $folder/*.jpg | Invoke-AlienCardOcr");
        Assert.Equal("GatewayFailure", run.TerminatingId);
        Assert.Contains("-SecretKey", run.Terminating!.Exception.Message, StringComparison.Ordinal);
        Assert.InRange(scenario.Emulator.Stats.Calls, 1, 4);
    }

    [Theory]
    [InlineData("-AccessKey access-1")]
    [InlineData("-SecretKey $secretKey")]
    [InlineData("-AccessKey access-1 -SecretKey ($secretKey + ' and more')")]
    public async Task One_key_without_the_other_or_one_that_cannot_be_a_key_is_no_connection(string keys)
    {
        await using var scenario = await Scenario.StartAsync(connect: false, Signed);
        var run = scenario.Run($"Connect-ClovaOcr $url $secret {keys}");
        Assert.Equal("InvalidSecret", run.TerminatingId);
        Assert.DoesNotContain(TellTaleSecret.Mark, run.Terminating!.Exception.ToString(), StringComparison.Ordinal);
    }
}
