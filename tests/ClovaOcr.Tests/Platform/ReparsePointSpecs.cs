using System;
using System.IO;
using ClovaOcr.Platform;
using Xunit;

namespace ClovaOcr.Tests.Platform;

public sealed class ReparsePointSpecs
{
    [Theory]
    [InlineData(0xA000000Cu, true)] // a symbolic link
    [InlineData(0xA0000003u, true)] // a junction
    [InlineData(0xA000001Du, true)] // a symbolic link of the Linux subsystem
    [InlineData(0x9000001Au, false)] // a file of OneDrive
    [InlineData(0x9000701Au, false)]
    [InlineData(0x80000013u, false)] // a file that is stored once for several copies
    [InlineData(0x80000017u, false)] // a file that Windows keeps compressed
    public void What_stands_for_another_name_is_a_link_and_what_is_only_stored_elsewhere_is_none(uint tag, bool isLink) =>
        Assert.Equal(isLink, ReparsePoint.StandsForAnotherName(tag));

    [Fact]
    public void On_Windows_a_symbolic_link_is_one_and_its_file_is_none()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Only Windows has reparse points.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "cards.journal");
        File.WriteAllText(file, "");
        Assert.False(ReparsePoint.IsLink(file));
        var link = Path.Combine(folder.Path, "link");
        try
        {
            File.CreateSymbolicLink(link, file);
        }
        catch (IOException exception)
        {
            Assert.Skip($"No link can be made here: {exception.Message}");
        }

        Assert.True(ReparsePoint.IsLink(link));
    }
}
