using System;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Qr;

namespace ClovaOcr.Fuzz.Targets;

/// <summary>
/// A gray picture. Its first byte says how the rest is drawn: with a 0 in the lowest bit each byte is a sample, else each bit is a square
/// of as many samples as the other bits say; the second is the width in samples or squares. What is too much for a picture is left out. The
/// search ends, says the same when it is asked again, and finds nothing that cannot be covered.
/// </summary>
internal sealed class QrTarget() : FuzzTarget("qr", 16 * 1024)
{
    private const int MostSamples = 240 * 240;
    private const long MostMemory = 64 << 20;

    /// <inheritdoc/>
    public override void Run(byte[] input)
    {
        if (Draw(input) is not { } picture) return;
        var search = Promise.Within(MostMemory, () => QrCodeLocator.Search(picture));
        Promise.Holds(search.Codes.All(code => CanBeCovered(code, picture)), "A code is where the picture is.");

        var again = QrCodeLocator.Search(picture);
        Promise.Holds(
            again.IsDoubtful == search.IsDoubtful && again.Codes.Count == search.Codes.Count, "The same picture gives the same answer.");
    }

    private static bool CanBeCovered(Polygon code, GrayPicture picture)
    {
        var cover = CoverGrid.Cover(picture.Width, picture.Height, CoverGrid.SampleCell, CoverGrid.SampleCell, [code], grow: 0);
        return cover.Rectangles().Count > 0;
    }

    private static GrayPicture? Draw(byte[] input)
    {
        if (input.Length < 3 || input[1] == 0) return null;
        var content = input.AsSpan(2);
        return (input[0] & 1) == 0 ? OfSamples(content, input[1]) : OfSquares(content, input[1], 1 + (input[0] >> 1 & 15));
    }

    private static GrayPicture? OfSamples(ReadOnlySpan<byte> samples, int width)
    {
        var height = samples.Length / width;
        return height == 0 ? null : new(width, height, 1, samples[..(width * height)].ToArray());
    }

    private static GrayPicture? OfSquares(ReadOnlySpan<byte> bits, int across, int side)
    {
        var down = Math.Min(bits.Length * 8 / across, MostSamples / (across * side * side));
        var (width, height) = (across * side, down * side);
        if (height == 0) return null;
        var samples = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var bit = (y / side * across) + (x / side);
                samples[(y * width) + x] = (bits[bit / 8] >> (7 - (bit % 8)) & 1) == 0 ? byte.MaxValue : byte.MinValue;
            }
        }

        return new(width, height, 1, samples);
    }
}
