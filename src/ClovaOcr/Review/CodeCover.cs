using System;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Imaging.Qr;
using ClovaOcr.Review.Pictures;

namespace ClovaOcr.Review;

/// <summary>
/// Covers the QR codes in the very pixels that the page is to show, because a copy that was made with
/// <see cref="MaskQrCode.Ignore"/> may show one, and it may hold the number.
/// </summary>
internal static class CodeCover
{
    /// <param name="pixels">Red, green and blue of each pixel, row by row.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static void Cover(byte[] pixels, int width, int height)
    {
        var gray = new byte[width * height];
        for (var i = 0; i < gray.Length; i++)
        {
            var from = i * ColorRows.PixelBytes;
            gray[i] = (byte)((pixels[from] + (2 * pixels[from + 1]) + pixels[from + 2]) / 4);
        }

        foreach (var code in QrCodeLocator.Search(new GrayPicture(width, height, 1, gray)).Codes) Cover(pixels, width, height, code);
    }

    private static void Cover(byte[] pixels, int width, int height, Polygon code)
    {
        var (left, right) = (Within(Math.Floor(code.Left), width), Within(Math.Ceiling(code.Right), width));
        var (top, bottom) = (Within(Math.Floor(code.Top), height), Within(Math.Ceiling(code.Bottom), height));
        for (var y = top; y < bottom; y++)
            Array.Clear(pixels, ((y * width) + left) * ColorRows.PixelBytes, Math.Max(0, right - left) * ColorRows.PixelBytes);
    }

    private static int Within(double place, int length) => (int)Math.Min(Math.Max(place, 0), length);
}
