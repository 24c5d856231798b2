using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Imaging;
using ClovaOcr.Tests.Journal;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public sealed class MaskOutputSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("card.jpg", "CARD.jpg")]
    [InlineData("홍길동.jpg", "\u1112\u1169\u11BC\u1100\u1175\u11AF\u1103\u1169\u11BC.jpg")]
    [InlineData("강.jpg", "\uAC00\u11BC.JPG")]
    public void Names_that_some_file_systems_take_for_the_same_are_an_error_before_the_second_is_written(string first, string second)
    {
        using var output = new MaskOutput(overwrite: true);
        Put(output, 1, PathOf(first));
        Assert.Equal(ClovaOcrErrorKind.DestinationConflict, KindOf(() => output.Check("source.jpg", PathOf(second))));
        output.AddSource(PathOf(second + ".png"), null);
        Assert.Equal(ClovaOcrErrorKind.DestinationIsSource, KindOf(() => output.Check("source.jpg", PathOf(first + ".png"))));
        Assert.Equal([PathOf(first)], Directory.GetFiles(_folder.Path).Where(file => !Path.GetFileName(file).StartsWith('.')));
    }

    [Theory]
    [InlineData("가.jpg", "각.jpg")]
    [InlineData("\u1100\u11A8.jpg", "각.jpg")]
    [InlineData("\u11A8각.jpg", "각\u11A8.jpg")]
    public void Other_names_are_others(string first, string second)
    {
        using var output = new MaskOutput(overwrite: false);
        output.AddSource(PathOf(first), null);
        output.Check("source.jpg", PathOf(second));
    }

    [Theory]
    [InlineData("card.jpg", "card.masked.jpg")]
    [InlineData("CONTRACT.jpg", "CONTRACT.masked.jpg")]
    [InlineData("CON.jpg", "_CON-01234567.masked.jpg")]
    [InlineData("con .x.jpg", "_con .x-01234567.masked.jpg")]
    [InlineData("LPT\u00B2.png", "_LPT\u00B2-01234567.masked.png")]
    [InlineData("Com1.scan", "_Com1.scan-01234567.masked")]
    [InlineData("card.jpg:hidden.jpg", "card.jpg_hidden-01234567.masked.jpg")]
    [InlineData("a*b?\u001B[31m.pdf", "a_b__[31m-01234567.masked.pdf")]
    [InlineData("card. .jpg", "card. .masked.jpg")]
    public void A_copys_name_means_a_file_on_Windows_too(string source, string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && source.IndexOfAny([':', '*']) >= 0, "No source can have this name there.");
        Assert.Equal(name, MaskDestination.NameFor(PathOf(source), "0123456789abcdef"));
    }

    [Fact]
    public void A_link_at_the_destination_is_not_followed_wherever_it_leads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights there.");
        foreach (var (name, target) in new[] { ("file", _folder.Write("other.jpg", "other")), ("nowhere", PathOf("nothing")), ("circle", PathOf("circle.jpg")), ("device", "/dev/zero") })
        {
            var link = PathOf(name + ".jpg");
            File.CreateSymbolicLink(link, target);
            foreach (var overwrite in new[] { false, true })
            {
                using var output = new MaskOutput(overwrite);
                Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, KindOf(() => Put(output, 1, link)));
            }

            Assert.Equal(target, new FileInfo(link).LinkTarget);
        }

        Assert.Equal("other", File.ReadAllText(PathOf("other.jpg")));
        AssertNothingIsStaged();
    }

    [Fact]
    public void A_folder_behind_a_link_is_written_to_on_its_own_volume_and_a_link_to_nowhere_is_an_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights there.");
        using var other = new TemporaryFolder();
        Directory.CreateSymbolicLink(PathOf("elsewhere"), other.Path);
        Directory.CreateSymbolicLink(PathOf("nowhere"), PathOf("nothing"));
        Directory.CreateSymbolicLink(PathOf("circle"), PathOf("circle"));
        using var output = new MaskOutput(overwrite: false);
        Put(output, 1, PathOf("elsewhere/card.jpg"));
        Assert.Equal(HandmadeCopy.BytesOf(1), File.ReadAllBytes(Path.Combine(other.Path, "card.jpg")));
        foreach (var folder in new[] { "nowhere", "circle" })
            Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, KindOf(() => Put(output, 2, PathOf(folder + "/card.jpg"))));
    }

    [Fact]
    public void A_folder_on_another_disk_is_written_to_there()
    {
        using var disk = new TinyDisk(256 * 1024);
        Directory.CreateSymbolicLink(PathOf("disk"), disk.Path);
        using var output = new MaskOutput(overwrite: false);
        Put(output, 1, PathOf("disk/new/card.jpg"));
        Assert.Equal(HandmadeCopy.BytesOf(1), File.ReadAllBytes(Path.Combine(disk.Path, "new", "card.jpg")));
    }

    [Fact]
    public void A_second_name_of_a_picture_is_not_overwritten_and_one_of_another_file_is_replaced_without_touching_that_file()
    {
        var (source, other) = (_folder.Write("source.jpg", "the picture"), _folder.Write("other.jpg", "other"));
        Assert.SkipUnless(TinyDisk.TryRun("ln", source, PathOf("a.jpg")) && TinyDisk.TryRun("ln", other, PathOf("b.jpg")), "There is no program for such links.");
        using var output = new MaskOutput(overwrite: true);
        output.AddSource(source, SourceFile.HashOf(File.ReadAllBytes(source)));
        Assert.Equal(ClovaOcrErrorKind.DestinationIsSource, KindOf(() => Put(output, 1, PathOf("a.jpg"))));
        Put(output, 1, PathOf("b.jpg"));
        Assert.Equal(("the picture", "other"), (File.ReadAllText(source), File.ReadAllText(other)));
    }

    [Fact]
    public void A_pipe_at_the_destination_is_neither_waited_for_nor_replaced()
    {
        var pipe = PathOf("card.jpg");
        Assert.SkipUnless(TinyDisk.TryRun("mkfifo", pipe), "There are no such pipes.");
        using var output = new MaskOutput(overwrite: true);
        Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, KindOf(() => Put(output, 1, pipe)));
        AssertNothingIsStaged();
    }

    [Fact]
    public void A_file_that_came_since_the_copy_was_staged_is_not_overwritten()
    {
        using var output = new MaskOutput(overwrite: false);
        var staged = output.Stage(HandmadeCopy.Of(1), PathOf("card.jpg"));
        _folder.Write("card.jpg", "came since");
        Assert.Equal(ClovaOcrErrorKind.DestinationExists, KindOf(() => output.MoveIntoPlace(staged)));
        staged.Dispose();
        Assert.Equal("came since", File.ReadAllText(PathOf("card.jpg")));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    [Fact]
    public async Task Of_runs_that_write_to_the_same_names_at_once_one_wins_each_and_the_others_are_told()
    {
        const int runs = 6, names = 20;
        var won = await Task.WhenAll(Enumerable.Range(0, runs).Select(run => Task.Run(() =>
        {
            using var output = new MaskOutput(overwrite: false);
            return Enumerable.Range(0, names).Where(name => Problem(() => Put(output, run, PathOf($"new/{name}.jpg"))) switch
            {
                null => true,
                { Kind: ClovaOcrErrorKind.DestinationExists } => false,
                var other => throw other,
            }).ToArray();
        })));
        Assert.Equal(Enumerable.Range(0, names), won.SelectMany(mine => mine).Order());
        for (var run = 0; run < runs; run++)
        {
            foreach (var name in won[run]) Assert.Equal(HandmadeCopy.BytesOf(run), File.ReadAllBytes(PathOf($"new/{name}.jpg")));
        }

        Assert.Equal(names, Directory.GetFileSystemEntries(PathOf("new")).Length);
    }

    [Fact]
    public void On_a_full_disk_a_copy_is_an_error_nothing_of_it_stays_and_smaller_ones_find_room()
    {
        using var disk = new TinyDisk(64 * 1024);
        using (var output = new MaskOutput(overwrite: false))
        {
            Put(output, 1, Path.Combine(disk.Path, "first.jpg"));
            var large = HandmadeCopy.Of(new byte[100_000]);
            Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, KindOf(() => output.Stage(large, Path.Combine(disk.Path, "large.jpg"))));
            Put(output, 2, Path.Combine(disk.Path, "second.jpg"));
        }

        Assert.Equal(["first.jpg", "second.jpg"], Directory.GetFileSystemEntries(disk.Path).Select(Path.GetFileName).Order());
        disk.MakeReadOnly();
        using var late = new MaskOutput(overwrite: true);
        Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, KindOf(() => Put(late, 3, Path.Combine(disk.Path, "first.jpg"))));
        Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, KindOf(() => Put(late, 3, Path.Combine(disk.Path, "new", "third.jpg"))));
    }

    private static void Put(MaskOutput output, int number, string destination)
    {
        output.Check("source.jpg", destination);
        using var staged = output.Stage(HandmadeCopy.Of(number), destination);
        output.MoveIntoPlace(staged);
    }

    private static ClovaOcrException? Problem(Action put) => Record.Exception(put) is { } problem ? Assert.IsType<ClovaOcrException>(problem) : null;

    private static ClovaOcrErrorKind? KindOf(Action put) => Problem(put)?.Kind;

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private void AssertNothingIsStaged() => Assert.Empty(Directory.GetFiles(_folder.Path, ".clova-ocr-*-*.tmp"));
}
