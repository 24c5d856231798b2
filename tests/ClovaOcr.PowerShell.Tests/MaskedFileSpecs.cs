using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>What is on the disk when a masking run was stopped, or its pictures' names and files are not what they seem.</summary>
public sealed class MaskedFileSpecs
{
    private const int Cards = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_is_stopped_at_any_moment_leaves_whole_copies_and_nothing_half_written(bool overwrites)
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var specimen in Scenario.Specimens("ac").Take(Cards)) scenario.Copy(specimen, specimen);
        scenario.Session.Invoke("$read = Invoke-AlienCardOcr $folder/*; $read | ConvertTo-MaskedImage $folder/whole");
        var whole = Directory.GetFiles(Path.Combine(scenario.Folder, "whole")).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllBytes);
        Assert.Equal(Cards, whole.Count);
        for (var files = 0; files < Cards; files++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(scenario.Folder, $"stopped-{files}")).FullName;
            if (overwrites)
            {
                foreach (var name in whole.Keys) File.WriteAllText(Path.Combine(folder, name), "other");
            }

            await StopAsync(scenario, folder, files);
            foreach (var file in Directory.GetFileSystemEntries(folder))
            {
                var bytes = File.ReadAllBytes(file);
                Assert.True(whole[Path.GetFileName(file)].SequenceEqual(bytes) || (overwrites && bytes.SequenceEqual("other"u8.ToArray())), file);
            }

            if (overwrites) Assert.Equal(Cards, Directory.GetFiles(folder).Length);
        }
    }

    [Fact]
    public async Task Two_pictures_whose_names_differ_in_normal_form_only_do_not_share_a_copy()
    {
        await using var scenario = await Scenario.StartAsync();
        var pictures = new[] { "a/\uAC00.jpg", "b/\u1100\u1161.jpg" }.Zip(Scenario.Specimens("ac")).Select(pair => scenario.Copy(pair.Second, pair.First)).ToArray();
        var run = scenario.Run("Invoke-AlienCardOcr -LiteralPath $args[0], $args[1] | ConvertTo-MaskedImage $folder/out -Force", pictures[0], pictures[1]);
        Assert.Equal(["DestinationConflict"], run.ErrorIds);
        Assert.Single(Directory.GetFiles(Path.Combine(scenario.Folder, "out")));
    }

    [Fact]
    public async Task A_link_to_a_pipe_is_its_own_error_and_the_others_go_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There are no such pipes.");
        await using var scenario = await Scenario.StartAsync();
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", Path.Combine(scenario.Folder, "pipe"))) await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(scenario.Folder, "1.jpg"), Path.Combine(scenario.Folder, "pipe"));
        scenario.Copy(Scenario.Specimens("ac")[0], "2.jpg");
        var run = scenario.Run("Invoke-AlienCardOcr $folder/*.jpg");
        Assert.Equal(["FileUnreadable"], run.ErrorIds);
        Assert.Equal(["Success"], run.Values("Status"));
    }

    [Fact]
    public async Task A_masked_copy_is_for_its_owner_alone_and_so_is_the_folder_made_for_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes: there a file has the rights of its folder.");
        await using var scenario = await Scenario.StartAsync();
        var copy = (string)scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("ac")[0]} | ConvertTo-MaskedImage $folder/new/out").Output.Single().Properties["Path"].Value;
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        foreach (var folder in new[] { "new", "new/out" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(scenario.Folder, folder)));
    }

    /// <summary>Stops the command, like Ctrl+C, as soon as it has written so many copies, or at once.</summary>
    private static async Task StopAsync(Scenario scenario, string folder, int files)
    {
        using var shell = scenario.Session.Create("$read | ConvertTo-MaskedImage $args[0] -Force", [folder]);
        var running = shell.BeginInvoke();
        var before = Directory.GetFileSystemEntries(folder).Length;
        await Eventually.IsTrueAsync(() => running.IsCompleted || files == 0 || Directory.GetFileSystemEntries(folder).Length > before + files);
        shell.Stop();
        try
        {
            shell.EndInvoke(running);
        }
        catch (PipelineStoppedException)
        {
            // That is what it was stopped for.
        }
    }
}
