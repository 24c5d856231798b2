using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>The module in a process that does other things too: imported again, removed, in several sessions, beside other modules.</summary>
public sealed class ModuleLifeSpecs
{
    private const string Card = "$cards/ac-10-etc-small-gray.jpg";

    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run($"Import-Module $args[0]; Import-Module $args[0]; Invoke-AlienCardOcr {Card}", Checkout.ModuleManifest);
        Assert.Equal(["Success"], run.Values("Status"));
        Assert.Single(scenario.Run("Get-Module ClovaOcr").Output);
    }

    [Theory]
    [InlineData("Remove-Module ClovaOcr; Import-Module $args[0]")]
    [InlineData("Import-Module $args[0] -Force")]
    public async Task Removing_the_module_closes_the_sessions_connection_and_importing_it_again_finds_none(string script)
    {
        await using var scenario = await Scenario.StartAsync();
        var connection = scenario.Run("& (Get-Module ClovaOcr) { $script:ClovaOcrConnection }").Output.Single();
        Assert.True((bool)connection.Properties["IsConnected"].Value);

        Assert.Null(scenario.Run(script, Checkout.ModuleManifest).Terminating);
        Assert.False((bool)connection.Properties["IsConnected"].Value);
        Assert.Equal("NotConnected", scenario.Run($"Invoke-AlienCardOcr {Card}").TerminatingId);
        Assert.Equal(["Success"], scenario.Run($"Connect-ClovaOcr $url $secret; Invoke-AlienCardOcr {Card}").Values("Status"));
    }

    [Fact]
    public async Task A_connection_that_was_handed_out_outlives_the_module()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var run = scenario.Run(
            $"$c = Connect-ClovaOcr $url $secret -PassThru; Remove-Module ClovaOcr; Import-Module $args[0]; Invoke-AlienCardOcr {Card} -Connection $c",
            Checkout.ModuleManifest);
        Assert.Equal(["Success"], run.Values("Status"));
        Assert.Equal("NotConnected", scenario.Run($"Invoke-AlienCardOcr {Card}").TerminatingId);
    }

    [Fact]
    public async Task Importing_and_removing_leaves_no_handler_in_the_process()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var before = ResolveHandlers();
        scenario.Run("1..3 | ForEach-Object { Import-Module $args[0] -Force }; Remove-Module ClovaOcr", Checkout.ModuleManifest);
        Assert.Equal(before, ResolveHandlers());
    }

    [Fact]
    public async Task Two_sessions_of_a_process_have_a_connection_each()
    {
        await using var first = await Scenario.StartAsync();
        await using var second = await Scenario.StartAsync(connect: false);
        Assert.Equal("NotConnected", second.Run($"Invoke-AlienCardOcr {Card}").TerminatingId);
        second.Run("Connect-ClovaOcr $url $secret; Remove-Module ClovaOcr");
        Assert.Equal(["Success"], first.Run($"Invoke-AlienCardOcr {Card}").Values("Status"));
        Assert.Equal(1, first.Emulator.Stats.Calls);
    }

    /// <summary>As another module does that brings a System.Text.Json of its own: ours is that of the host all the same.</summary>
    [Fact]
    public async Task Another_System_Text_Json_that_was_loaded_before_is_in_nobodys_way()
    {
        var context = new AssemblyLoadContext("another module", isCollectible: true);
        var other = context.LoadFromAssemblyPath(Path.Combine(Checkout.Root, "lib", "System.Text.Json.dll"));
        Assert.NotEqual(typeof(JsonNode).Assembly.GetName().Version, other.GetName().Version);

        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run($"Invoke-AlienCardOcr {Card} -JournalPath $folder/cards.journal | ConvertTo-MaskedImage $folder/masked");
        Assert.Equal((1, 0), (run.Output.Count, run.Errors.Count));
        var read = scenario.Run($"(Invoke-AlienCardOcr {Card}).Response | ConvertFrom-AlienCardResponse");
        Assert.Equal(["Success"], read.Values("Status"));
        context.Unload();
    }

    [Fact]
    public async Task Every_command_works_in_constrained_language()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.Run("$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'");
        Assert.NotNull(scenario.Run("[System.IO.File]::ReadAllText('x')").Terminating);

        var run = scenario.Run($$"""
            Connect-ClovaOcr $url $secret -Header @{ 'X-Own' = 'value' }
            $card = Invoke-AlienCardOcr {{Card}} -JournalPath "$folder/cards.journal"
            $card | ConvertTo-MaskedImage "$folder/masked"
            $card.Response | ConvertFrom-AlienCardResponse
            $card | Test-AlienRegistrationNumber
            Update-AlienCardJournal "$folder/cards.journal"
            Disconnect-ClovaOcr
            """);
        Assert.Null(run.Terminating);
        Assert.Equal((4, 0), (run.Output.Count, run.Errors.Count));
    }

    private static int ResolveHandlers() => new[] { typeof(AppContext), typeof(AssemblyLoadContext) }
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
        .Where(field => typeof(Delegate).IsAssignableFrom(field.FieldType))
        .Sum(field => ((Delegate?)field.GetValue(null))?.GetInvocationList().Count(handler => handler.Method.Module.Name.StartsWith("ClovaOcr", StringComparison.Ordinal)) ?? 0);
}
