using System.IO;
using System.Runtime.InteropServices;
using ClovaOcr.Cards;
using SkiaSharp;

namespace ClovaOcr.Tests.Imaging;

/// <summary>A specimen's picture, stored anew in another of EXIF's orientations: a PNG for a PNG, else a JPEG.</summary>
internal static class TurnedSpecimen
{
    public static byte[] Store(string specimen, int orientation)
    {
        var source = new Skia(File.ReadAllBytes(specimen));
        var truth = TestData.Truth(specimen);
        var size = SpecimenDigits.Of(specimen).Size;
        var (from, to) = (new Placement((int)truth["orientation"]!, size.Width, size.Height), new Placement(orientation, size.Width, size.Height));

        using var stored = new SKBitmap(new SKImageInfo(to.Width, to.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var pixels = MemoryMarshal.Cast<byte, uint>(stored.GetPixelSpan());
        for (var y = 0; y < to.Height; y++)
        {
            for (var x = 0; x < to.Width; x++)
            {
                var place = from.ToStored(to.ToUpright(new PixelPoint(x + 0.5, y + 0.5)));
                var (r, g, b, _) = source[(int)place.X, (int)place.Y];
                pixels[(y * to.Width) + x] = 0xFF000000u | ((uint)b << 16) | ((uint)g << 8) | r;
            }
        }

        using var pixmap = stored.PeekPixels();
        if (Path.GetExtension(specimen) == ".png")
        {
            using var png = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 1));
            return PngSurgery.With(png!.ToArray(), "IDAT", "eXIf", JpegRecipe.ExifWith(orientation, littleEndian: true));
        }

        using var jpeg = pixmap.Encode(new SKJpegEncoderOptions(90));
        var (marker, data) = JpegRecipe.Exif(orientation);
        return JpegSurgery.With(jpeg!.ToArray(), before: 0xDB, marker, data);
    }
}
