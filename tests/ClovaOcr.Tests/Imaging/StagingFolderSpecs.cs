using System;
using System.IO;
using ClovaOcr.Imaging;
using ClovaOcr.Tests.Journal;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public sealed class StagingFolderSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_living_run_has_staged_is_left_alone_by_others()
    {
        using var first = new MaskOutput(overwrite: false);
        using var staged = first.Stage(HandmadeCopy.Of(1), PathOf("1.jpg"));
        using (var second = new MaskOutput(overwrite: false)) Put(second, 2);
        first.MoveIntoPlace(staged);
        Assert.Equal(HandmadeCopy.BytesOf(1), File.ReadAllBytes(PathOf("1.jpg")));
    }

    [Fact]
    public void What_a_run_left_that_is_no_more_is_removed_with_or_without_its_lock()
    {
        var (run, other) = (new string('a', 32), new string('b', 32));
        foreach (var name in new[] { $"{run}.lock", $"{run}-1.tmp", $"{run}-22.tmp", $"{other}-1.tmp" }) _folder.Write(".clova-ocr-" + name, "left");
        using (var output = new MaskOutput(overwrite: false)) Put(output, 1);
        Assert.Equal([PathOf("1.jpg")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Files_of_a_users_own_are_kept_however_much_their_names_look_like_ours()
    {
        var run = new string('a', 32);
        string[] names =
        [
            ".clova-ocr-notes.txt", $".clova-ocr-{run}", $".clova-ocr-{run}-1.tmp.bak", $".clova-ocr-{run}-.tmp", $".clova-ocr-{run[1..]}-1.tmp",
            $"clova-ocr-{run}-1.tmp", $".{run}.tmp", $".clova-ocr-{run}-1x.tmp", "1.jpg.rewriting",
        ];
        foreach (var name in names) _folder.Write(name, "mine");
        using (var output = new MaskOutput(overwrite: false)) Put(output, 1);
        foreach (var name in names) Assert.Equal("mine", File.ReadAllText(PathOf(name)));
    }

    [Fact]
    public void A_pipe_or_a_link_in_the_place_of_a_lock_is_neither_waited_for_nor_followed()
    {
        var (run, other) = ($".clova-ocr-{new string('a', 32)}", $".clova-ocr-{new string('b', 32)}");
        Assert.SkipUnless(TinyDisk.TryRun("mkfifo", PathOf(run + ".lock")), "There are no such pipes.");
        _folder.Write("mine", "mine");
        File.CreateSymbolicLink(PathOf(other + "-1.tmp"), PathOf("mine"));
        using (var output = new MaskOutput(overwrite: false)) Put(output, 1);
        Assert.Equal("mine", File.ReadAllText(PathOf("mine")));
    }

    [Fact]
    public void A_run_through_many_folders_holds_no_file_open_in_those_behind_it()
    {
        using var output = new MaskOutput(overwrite: false);
        for (var number = 0; number < 30; number++) Put(output, number, $"{number % 3}/{number}.jpg");
        Assert.Single(Directory.GetFiles(_folder.Path, ".clova-ocr-*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_run_that_ends_leaves_nothing_of_the_copies_that_it_did_not_put_in_place()
    {
        using (var output = new MaskOutput(overwrite: false))
        {
            for (var number = 0; number < 3; number++) output.Stage(HandmadeCopy.Of(number), PathOf($"{number}.jpg"));
            Assert.Equal(4, Directory.GetFiles(_folder.Path).Length);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private void Put(MaskOutput output, int number) => Put(output, number, $"{number}.jpg");

    private void Put(MaskOutput output, int number, string name)
    {
        using var staged = output.Stage(HandmadeCopy.Of(number), PathOf(name));
        output.MoveIntoPlace(staged);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);
}
