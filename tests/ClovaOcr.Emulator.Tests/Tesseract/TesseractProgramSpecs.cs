using System;
using System.IO;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Tesseract;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Tesseract;

/// <summary>Finding Tesseract on a machine.</summary>
public sealed class TesseractProgramSpecs
{
    private const string Remedy = "apt-get install tesseract-ocr tesseract-ocr-kor";

    [Theory]
    [InlineData("tesseract 5.3.0", "5.3.0")]
    [InlineData("tesseract 4.1.1-rc2-25-g9707", "4.1.1-rc2-25-g9707")]
    [InlineData("tesseract v5.4.0.20240606", "5.4.0.20240606")]
    [InlineData("tesseract 10.0", "10.0")]
    public async Task It_is_found_with_its_version(string said, string version)
    {
        using var fake = new FakeTesseract(version: said);
        var found = await TesseractProgram.FindAsync(fake.Folders, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(fake.Program with { Version = version }, found);
        Assert.Equal($"Tesseract {version} ({fake.Program.Path})", found.ToString());
    }

    [Theory]
    [InlineData("tesseract 4.0.0", "eng kor", "is too old: it must be 4.1 or later.")]
    [InlineData("tesseract 3.05.02", "eng kor", "is too old: it must be 4.1 or later.")]
    [InlineData("tesseract 5.3.0", "eng osd", "lacks the data of kor.")]
    [InlineData("tesseract 5.3.0", "kor", "lacks the data of eng.")]
    [InlineData("tesseract 5.3.0", "eng_old korean", "lacks the data of eng and kor.")]
    [InlineData("something else 5.3", "eng kor", "does not say which version of tesseract it is.")]
    public async Task One_that_cannot_be_used_is_not_and_what_is_missing_is_said(string version, string languages, string missing)
    {
        using var fake = new FakeTesseract(version: version, languages: languages);
        var message = await MissingAsync(fake.Folders);
        Assert.Contains(missing, message, StringComparison.Ordinal);
        Assert.Contains(fake.Program.Path, message, StringComparison.Ordinal);
        Assert.Contains(Remedy, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_does_not_answer_is_not_waited_for()
    {
        using var fake = new FakeTesseract(version: "hang");
        var clock = new ManualClock();
        var missing = MissingAsync(fake.Folders, clock);
        var limit = await clock.NextWaitAsync();
        clock.Advance(limit);
        Assert.Contains("cannot be used: tesseract did not end within 10 s.", await missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_none_it_is_said_where_it_was_looked_for_and_how_to_install_it()
    {
        var message = await MissingAsync(new ProgramFolders("PATH", ["", "/no/such/folder"]));
        Assert.StartsWith("tesseract was not found on PATH. ", message, StringComparison.Ordinal);
        Assert.Contains(Remedy, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_depends_on_the_working_folder_is_not_looked_into()
    {
        using var fake = new FakeTesseract();
        var folder = Path.GetDirectoryName(fake.Program.Path)!;
        Assert.Null(new ProgramFolders("PATH", ["", ".", Path.GetRelativePath(Environment.CurrentDirectory, folder)]).Find("tesseract"));
        Assert.Equal(fake.Program.Path, new ProgramFolders("PATH", ["/no/such/folder", folder]).Find("tesseract"));
    }

    [Fact]
    public void A_file_that_nobody_may_run_is_passed_over()
    {
        using var fake = new FakeTesseract();
        using var other = new FakeTesseract();
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such permission.");
        else File.SetUnixFileMode(fake.Program.Path, UnixFileMode.UserRead);
        var folders = new ProgramFolders("PATH", [.. fake.Folders.All, .. other.Folders.All]);
        Assert.Equal(other.Program.Path, folders.Find("tesseract"));
    }

    [Fact]
    public void A_script_of_its_name_is_passed_over()
    {
        using var fake = new FakeTesseract();
        var scripts = Directory.CreateTempSubdirectory("tesseract-").FullName;
        foreach (var ending in new[] { ".bat", ".cmd", ".js", ".vbs" }) File.WriteAllText(Path.Combine(scripts, "tesseract" + ending), "");
        Assert.Equal(fake.Program.Path, new ProgramFolders("PATH", [scripts, fake.Folder]).Find("tesseract"));
        Directory.Delete(scripts, recursive: true);
    }

    private static async Task<string> MissingAsync(ProgramFolders folders, TimeProvider? time = null) =>
        (await Assert.ThrowsAsync<TesseractMissingException>(() => TesseractProgram.FindAsync(folders, time ?? TimeProvider.System))).Message;
}
