using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>
/// Whatever happens to a file, masking gives a proved copy or a <see cref="ClovaOcrException"/>, and keeps within its memory. A format
/// joins with a class of its own that says which valid files are damaged.
/// </summary>
/// <param name="files">Valid files of one format, of all its kinds, in which something can be covered around 7,7.</param>
public abstract class DamageSpecs(byte[][] files)
{
    private const int Step = 64;
    private static readonly Polygon[] Areas = [Polygon.Rectangle(5, 5, 9, 9)];

    /// <summary>The valid files.</summary>
    protected byte[][] Files { get; } = files;

    [Fact]
    public void The_files_are_masked_as_they_are() => Assert.All(Files, file => Assert.NotNull(MaskOrNull(file)));

    [Fact]
    public void A_file_cut_off_at_any_64th_byte_or_near_an_end_is_refused()
    {
        foreach (var file in Files)
        {
            for (var length = 0; length < file.Length; length += length < Step || file.Length - length <= Step ? 1 : Step)
                Assert.Null(MaskOrNull(file.AsSpan(0, length).ToArray()));
        }
    }

    [Property(MaxTest = 3000)]
    public void Changed_bytes_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt[] positions, byte value)
    {
        var file = Files[index.Get % Files.Length].ToArray();
        foreach (var position in positions.Take(3)) file[PlaceIn(file, index, position)] = value;
        MaskOrNull(file);
    }

    [Property(MaxTest = 2000)]
    public void Bytes_taken_out_or_put_in_give_a_proved_copy_or_a_refusal(PositiveInt index, PositiveInt position, byte[] bytes, PositiveInt removed)
    {
        var file = Files[index.Get % Files.Length];
        var at = PlaceIn(file, index, position);
        MaskOrNull([.. file.AsSpan(0, at), .. bytes, .. file.AsSpan(Math.Min(at + (removed.Get % 9), file.Length))]);
    }

    /// <summary>Masks; null for a refusal. Any other exception, and more memory than there may be, fails the test.</summary>
    protected static MaskedPicture? MaskOrNull(byte[] file)
    {
        // All that a thread ever takes is more than what is in use at any time.
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            return ImageMasker.Mask(file, Areas);
        }
        catch (ClovaOcrException)
        {
            return null;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, ImageHeader.MemoryBudget(0, 0));
        }
    }

    // FsCheck's numbers are small ones; spread over the file, from its start for one half of them and from its end for the other.
    private static int PlaceIn(byte[] file, PositiveInt index, PositiveInt position)
    {
        var place = (int)((long)position.Get * (1 + (index.Get % 13)) % file.Length);
        return position.Get % 2 == 0 ? place : file.Length - 1 - place;
    }
}
