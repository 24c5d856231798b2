using System;
using System.IO;
using System.Runtime.Versioning;
using ClovaOcr.Platform;
using Xunit;

namespace ClovaOcr.Tests.Platform;

public sealed class FileSpecs : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "f");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_for_its_owner_alone_has_that_mode_when_it_is_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var file = OwnerOnlyFile.CreateNew(FilePath);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void A_file_for_its_owner_alone_can_be_written_and_read_and_shuts_other_writers_out()
    {
        using var file = OwnerOnlyFile.CreateNew(FilePath);
        file.Write([1, 2, 3]);
        file.Position = 1;
        Assert.Equal(2, file.ReadByte());
        Assert.Throws<IOException>(() => new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
    }

    [Fact]
    public void A_file_that_is_there_is_not_made_anew()
    {
        File.WriteAllText(FilePath, "text");
        Assert.Throws<IOException>(() => OwnerOnlyFile.CreateNew(FilePath));
        Assert.Equal("text", File.ReadAllText(FilePath));
        Assert.Throws<DirectoryNotFoundException>(() => OwnerOnlyFile.CreateNew(Path.Combine(FilePath + "x", "f")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void An_open_file_can_be_closed_to_other_users()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        File.WriteAllText(FilePath, "");
        File.SetUnixFileMode(FilePath, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var file = new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite);
        OwnerOnlyFile.Restrict(file);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void A_file_can_be_read_beside_its_writer()
    {
        using var writer = OwnerOnlyFile.CreateNew(FilePath);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows the writer decides.");
        writer.Write([1, 2, 3]);
        using var reader = UnlockedFile.OpenRead(FilePath);
        Assert.Equal((1, 3), (reader.ReadByte(), reader.Length));
    }

    [Fact]
    public void A_reader_without_a_lock_does_not_shut_a_writer_out()
    {
        File.WriteAllText(FilePath, "text");
        using var reader = UnlockedFile.OpenRead(FilePath);
        using var writer = new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);
        Assert.Equal('t', reader.ReadByte());
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_from_one_that_cannot_be_opened()
    {
        Assert.Throws<FileNotFoundException>(() => UnlockedFile.OpenRead(FilePath));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The names are too long in another way.");
        Assert.Throws<IOException>(() => UnlockedFile.OpenRead(Path.Combine(_folder.Path, new string('x', 300))));
    }

    [Fact]
    public void A_folder_can_be_flushed_and_one_that_is_not_there_cannot()
    {
        PathFlush.FlushFolderOf(FilePath);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such call.");
        Assert.Throws<IOException>(() => PathFlush.FlushFolderOf(Path.Combine(FilePath, "f")));
    }

    [Fact]
    public void A_file_is_moved_to_a_new_name_and_never_over_a_file_or_a_link_that_is_there()
    {
        File.WriteAllText(FilePath, "text");
        File.WriteAllText(FilePath + "2", "other");
        Assert.Throws<IOException>(() => FileMove.ToNewName(FilePath, FilePath + "2"));
        Assert.Equal(("text", "other"), (File.ReadAllText(FilePath), File.ReadAllText(FilePath + "2")));
        FileMove.ToNewName(FilePath, FilePath + "3");
        Assert.Equal(("text", false), (File.ReadAllText(FilePath + "3"), File.Exists(FilePath)));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights there.");
        File.CreateSymbolicLink(FilePath, FilePath + "4");
        Assert.Throws<IOException>(() => FileMove.ToNewName(FilePath + "3", FilePath));
        Assert.Equal(FilePath + "4", new FileInfo(FilePath).LinkTarget);
    }

    [Fact]
    public void A_file_whose_process_has_ended_is_told_from_one_that_is_held_open()
    {
        using (OwnerOnlyFile.CreateNew(FilePath)) Assert.Null(AbandonedFile.TryOpen(FilePath));
        using (var abandoned = AbandonedFile.TryOpen(FilePath)) Assert.NotNull(abandoned);
        Assert.Null(AbandonedFile.TryOpen(FilePath + "2"));
    }

    [Fact]
    public void A_link_leads_to_the_file_behind_it_and_anything_else_to_itself()
    {
        File.WriteAllText(FilePath, "");
        Assert.Equal(FilePath, LinkTarget.Of(FilePath));
        Assert.Equal(FilePath + "x", LinkTarget.Of(FilePath + "x"));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights there.");
        File.CreateSymbolicLink(FilePath + "1", FilePath);
        File.CreateSymbolicLink(FilePath + "2", FilePath + "1");
        Assert.Equal(FilePath, LinkTarget.Of(FilePath + "2"));
    }
}
