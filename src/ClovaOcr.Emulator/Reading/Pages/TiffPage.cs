using System;
using System.Runtime.InteropServices;
using System.Threading;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>
/// The first page of a TIFF, pixel for pixel as it is stored: what its orientation tag says is not looked at, as EXIF's is not.
/// </summary>
internal static class TiffPage
{
    /// <summary>Decodes it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends it before its pixels are decoded.</param>
    /// <returns>Null when it is damaged, incomplete, too large, or of a kind that is not read.</returns>
    /// <exception cref="OperationCanceledException">It was ended because that was asked for.</exception>
    public static Picture? Decode(byte[] file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!TiffOutline.IsBearable(file)) return null;
        try
        {
            using var source = new TiffSource(file);
            using var tiff = TiffMessages.Open(source);
            return tiff is null ? null : Read(tiff, source);
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            // The library throws index, null and arithmetic errors on damaged files.
            return null;
        }
    }

    private static Picture? Read(Tiff tiff, TiffSource source)
    {
        source.HasError = false;
        if (TiffRgbaImage.Create(tiff, stopOnError: true, out _) is not { } image) return null;

        // Asked for as it is stored, the picture is not turned; its rows then stand in the raster from the first to the last.
        image.ReqOrientation = image.Orientation;
        var raster = new int[image.Width * image.Height];
        if (!image.GetRaster(raster, 0, image.Width, image.Height) || source.HasError) return null;
        if (image.Alpha != ExtraSample.UNSPECIFIED) LayOnWhite(raster);
        return new(BitmapOf(raster, image.Width, image.Height));
    }

    // The raster's pixels are bytes of red, green, blue and opacity, by which the colours have been multiplied.
    private static void LayOnWhite(Span<int> raster)
    {
        var bytes = MemoryMarshal.AsBytes(raster);
        for (var i = 0; i < bytes.Length; i += 4)
        {
            var white = 255 - bytes[i + 3];
            for (var j = i; j < i + 3; j++) bytes[j] = (byte)Math.Min(bytes[j] + white, 255);
            bytes[i + 3] = 255;
        }
    }

    // The bitmap takes the raster itself, which may be 400 MB.
    private static SKBitmap BitmapOf(int[] raster, int width, int height)
    {
        var pin = GCHandle.Alloc(raster, GCHandleType.Pinned);
        var bitmap = new SKBitmap();
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.InstallPixels(info, pin.AddrOfPinnedObject(), info.RowBytes, (_, _) => pin.Free());
        return bitmap;
    }
}
