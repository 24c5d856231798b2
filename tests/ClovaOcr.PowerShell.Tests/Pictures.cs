using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using BitMiracle.LibTiff.Classic;
using Quickstart;
using SkiaSharp;

namespace ClovaOcr.PowerShell.Tests;

/// <summary>Pictures that no specimen is.</summary>
internal static class Pictures
{
    /// <summary>A picture of the size of a card with nothing on it.</summary>
    public static void WritePlain(string path)
    {
        using var bitmap = new SKBitmap(1011, 638);
        bitmap.Erase(SKColors.LightSteelBlue);
        using var file = File.Create(path);
        bitmap.Encode(file, path.EndsWith(".png", StringComparison.Ordinal) ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, 90);
    }

    /// <summary>A PDF of one A4 page that shows a JPEG in a frame of empty margins, as a scanner's program makes it.</summary>
    /// <returns>The picture's rectangle on the page, as parts of the page's width and height from its upper left corner.</returns>
    public static (double Left, double Top, double Width, double Height) WriteScan(byte[] jpeg, int width, int height, string path)
    {
        const double pageWidth = 595, pageHeight = 842, left = 50, bottom = 400, shown = 490;
        var shownHeight = shown * height / width;
        WritePage(jpeg, width, height, (pageWidth, pageHeight), (left, bottom, shown, shownHeight), path);
        return (left / pageWidth, (pageHeight - bottom - shownHeight) / pageHeight, shown / pageWidth, shownHeight / pageHeight);
    }

    /// <summary>A PDF of one page that a JPEG fills, of the size that a card has.</summary>
    public static void WriteCardPage(byte[] jpeg, int width, int height, string path)
    {
        const double pageWidth = 242.6;
        var pageHeight = pageWidth * height / width;
        WritePage(jpeg, width, height, (pageWidth, pageHeight), (0, 0, pageWidth, pageHeight), path);
    }

    /// <summary>Decodes a TIFF and saves it as a PNG.</summary>
    public static void WriteTiffAsPng(string tiff, string path)
    {
        using var file = Tiff.Open(tiff, "r");
        var (width, height) = (file.GetField(TiffTag.IMAGEWIDTH)[0].ToInt(), file.GetField(TiffTag.IMAGELENGTH)[0].ToInt());
        var pixels = new int[width * height];
        if (!file.ReadRGBAImageOriented(width, height, pixels, Orientation.TOPLEFT)) throw new InvalidDataException($"{tiff} is damaged.");
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        MemoryMarshal.AsBytes<int>(pixels).CopyTo(bitmap.GetPixelSpan());
        using var png = File.Create(path);
        bitmap.Encode(png, SKEncodedImageFormat.Png, 100);
    }

    private static void WritePage(
        byte[] jpeg, int width, int height, (double Width, double Height) page, (double Left, double Bottom, double Width, double Height) place, string path)
    {
        var file = new MemoryStream();
        var starts = new List<long>();
        Write("%PDF-1.4\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add(FormattableString.Invariant(
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width} {page.Height}] /Resources << /XObject << /Scan 5 0 R >> >> /Contents 4 0 R >>"));
        Add("<< /Length {0} >>", Encoding.ASCII.GetBytes(FormattableString.Invariant($"q {place.Width} 0 0 {place.Height} {place.Left} {place.Bottom} cm /Scan Do Q")));
        Add($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {{0}} >>", jpeg);
        var table = file.Length;
        Write($"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n{string.Concat(starts.Select(start => $"{start:0000000000} 00000 n \n"))}");
        Write($"trailer\n<< /Size {starts.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        File.WriteAllBytes(path, file.ToArray());

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Add(string dictionary, byte[]? stream = null)
        {
            starts.Add(file.Length);
            Write($"{starts.Count} 0 obj\n{dictionary.Replace("{0}", $"{stream?.Length}", StringComparison.Ordinal)}\n");
            if (stream is not null)
            {
                Write("stream\n");
                file.Write(stream);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }
    }

    /// <summary>Takes the one JPEG out of a PDF.</summary>
    public static void WriteScannedJpeg(string pdf, string path)
    {
        var bytes = File.ReadAllBytes(pdf);
        var (first, last) = (bytes.AsSpan().IndexOf<byte>([0xFF, 0xD8, 0xFF]), bytes.AsSpan().LastIndexOf<byte>([0xFF, 0xD9]));
        File.WriteAllBytes(path, bytes[first..(last + 2)]);
    }

    /// <summary>A specimen of which the lower half of the QR code is painted over, so that nobody can say where all of it is.</summary>
    /// <returns>The path.</returns>
    public static string WriteHalfCode(string specimen, JsonArray code, string path)
    {
        using var bitmap = SKBitmap.Decode(Path.Combine(Checkout.Cards, specimen));
        using (var canvas = new SKCanvas(bitmap))
        {
            var corners = code.Select(corner => new SKPoint((float)corner![0]!, (float)corner[1]!)).ToArray();
            var middle = (corners[0].Y + corners[3].Y) / 2;
            using var paint = new SKPaint { Color = SKColors.Silver };
            canvas.DrawRect(new SKRect(corners[0].X - 30, middle, corners[1].X + 30, corners[3].Y + 30), paint);
        }

        using var file = File.Create(path);
        bitmap.Encode(file, SKEncodedImageFormat.Png, 90);
        return path;
    }
}
