using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Threading.Tasks;
using ClovaOcr.Imaging;
using ClovaOcr.Journal;
using ClovaOcr.Tests.Imaging;
using ClovaOcr.Tests.Journal;
using ClovaOcr.Tests.PowerCuts;
using Xunit;

namespace ClovaOcr.Tests.Platform;

/// <summary>Whatever the user's umask lets others do, journals, copies, what they are written to first, and new folders are for their owner.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OwnerOnlySpecs : IDisposable
{
    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ForAll = ForOwner | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly TemporaryFolder _folder = new();
    private readonly uint _umask;
    private int _looks;

    public OwnerOnlySpecs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes: there a file has the rights of its folder.");
        _umask = SetUmask(0);
    }

    public void Dispose()
    {
        _folder.Dispose();
        if (!OperatingSystem.IsWindows()) _ = SetUmask(_umask);
    }

    [Fact]
    public async Task A_journal_and_what_it_is_rewritten_to_are_for_their_owner_alone_at_every_step()
    {
        var path = Path.Combine(_folder.Path, "cards.journal");
        var disk = Watch();
        using (var journal = CardJournal.Open(path, TestJournal.Secret, disk)) await journal.AppendAsync(0);
        CardJournal.Update(path, TestJournal.Secret, new JournalUpdateOptions(), disk);
        Assert.True(_looks > 8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_masked_copy_and_the_folders_made_for_it_are_for_their_owner_alone_at_every_step(bool overwrite)
    {
        var destination = Path.Combine(_folder.Path, "a", "b", "card.jpg");
        var disk = Watch();
        using var output = new MaskOutput(overwrite, disk);
        using var staged = output.Stage(HandmadeCopy.Of(1), destination);
        output.MoveIntoPlace(staged);
        Assert.True(_looks > 8);
    }

    [Fact]
    public void A_copy_in_the_place_of_a_file_that_all_could_read_is_for_its_owner_alone()
    {
        var destination = _folder.Write("card.jpg", "other");
        File.SetUnixFileMode(destination, ForAll);
        using var output = new MaskOutput(overwrite: true);
        using var staged = output.Stage(HandmadeCopy.Of(1), destination);
        output.MoveIntoPlace(staged);
        Assert.Equal(ForOwner, File.GetUnixFileMode(destination));
    }

    private RecordingDisk Watch() => new(_folder.Path)
    {
        AfterStep = () =>
        {
            _looks++;
            foreach (var file in Directory.GetFiles(_folder.Path, "*", Everything)) Assert.Equal(ForOwner, File.GetUnixFileMode(file));
            foreach (var folder in Directory.GetDirectories(_folder.Path, "*", Everything).Append(_folder.Path))
                Assert.Equal(ForOwner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        },
    };

    private static EnumerationOptions Everything => new() { RecurseSubdirectories = true, AttributesToSkip = 0 };

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint SetUmask(uint mask);
}
