using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Quickstart;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>One connection in several runspaces at once, as ForEach-Object -Parallel and Start-ThreadJob have them.</summary>
public sealed class SharedConnectionSpecs
{
    private const int Runspaces = 6;

    [Fact]
    public async Task A_pool_of_runspaces_reads_with_a_connection_that_was_passed_to_it()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        scenario.WriteCards(4 * Runspaces);
        using var pool = OpenPool();
        var connection = scenario.Run("Connect-ClovaOcr $url $secret -PassThru").Output.Single();
        var runs = Enumerable.Range(0, 4 * Runspaces).Select(card => ReadAsync(pool, scenario, connection, $"card-{card:0000}.jpg"));
        Assert.All(await Task.WhenAll(runs), result => Assert.Equal("Success", result));
        Assert.Equal(4 * Runspaces, scenario.Emulator.Stats.Success);

        // The connection was passed, and is nobody's default.
        Assert.Equal("NotConnected", await ReadAsync(pool, scenario, null, "card-0000.jpg"));
    }

    [Fact]
    public async Task Disconnecting_while_others_use_it_ends_each_of_them_with_an_error_that_says_so()
    {
        await using var scenario = await Scenario.StartAsync(connect: false, faults: "always: hang");
        scenario.WriteCards(Runspaces);
        using var pool = OpenPool();
        var connection = scenario.Run("Connect-ClovaOcr $url $secret -PassThru").Output.Single();
        var runs = Enumerable.Range(0, Runspaces).Select(card => ReadAsync(pool, scenario, connection, $"card-{card:0000}.jpg")).ToArray();
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == Runspaces);

        Assert.Null(scenario.Run("$args[0] | Disconnect-ClovaOcr", connection).Terminating);
        Assert.All(await Task.WhenAll(runs), result => Assert.Equal("NotConnected", result));
        await Eventually.IsTrueAsync(() => scenario.Emulator.Stats.UnderWay == 0);
        Assert.Equal(Runspaces, scenario.Emulator.Stats.Calls);
    }

    [Fact]
    public async Task Closing_one_of_the_runspaces_leaves_the_connection_to_the_others()
    {
        await using var scenario = await Scenario.StartAsync(connect: false);
        var connection = scenario.Run("Connect-ClovaOcr $url $secret -PassThru").Output.Single();
        scenario.WriteCards(2);
        using (var pool = OpenPool()) Assert.Equal("Success", await ReadAsync(pool, scenario, connection, "card-0000.jpg"));
        using (var pool = OpenPool()) Assert.Equal("Success", await ReadAsync(pool, scenario, connection, "card-0001.jpg"));
        Assert.True((bool)connection.Properties["IsConnected"].Value);
    }

    private static RunspacePool OpenPool()
    {
        var start = InitialSessionState.CreateDefault2();
        start.ImportPSModule(Checkout.ModuleManifest);
        var pool = RunspaceFactory.CreateRunspacePool(start);
        pool.SetMaxRunspaces(Runspaces);
        pool.Open();
        return pool;
    }

    /// <summary>The card's status, or the ErrorId of what came instead.</summary>
    private static async Task<string> ReadAsync(RunspacePool pool, Scenario scenario, PSObject? connection, string card)
    {
        using var shell = System.Management.Automation.PowerShell.Create();
        shell.RunspacePool = pool;
        shell.AddCommand("Invoke-AlienCardOcr").AddArgument($"{scenario.Folder}/{card}").AddParameter("TimeoutSec", 3600);
        if (connection is not null) shell.AddParameter("Connection", connection);
        try
        {
            var output = await shell.InvokeAsync();
            SessionEvidence.Keep(shell.Streams);
            return output.Select(result => $"{result.Properties["Status"].Value}").Concat(shell.Streams.Error.Select(IdOf)).Single();
        }
        catch (RuntimeException exception)
        {
            return IdOf(exception.ErrorRecord);
        }
    }

    private static string IdOf(ErrorRecord record) => record.FullyQualifiedErrorId.Split(',')[0];
}
