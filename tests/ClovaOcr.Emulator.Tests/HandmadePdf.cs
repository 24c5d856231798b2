using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace ClovaOcr.Emulator.Tests;

/// <summary>A PDF of objects that a test writes by hand: 1 is the catalog, 2 the pages, 3 the page, 4 its content, 5 its picture.</summary>
internal sealed class HandmadePdf
{
    private readonly SortedDictionary<int, byte[]> _objects = [];

    public HandmadePdf()
    {
        this[1] = "<< /Type /Catalog /Pages 2 0 R >>";
        this[2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
        Page();
        Content("60 0 0 40 0 0 cm /Picture Do");
        Gray();
    }

    /// <summary>An object that is no stream.</summary>
    public string this[int number]
    {
        set => _objects[number] = Encoding.Latin1.GetBytes(value);
    }

    public HandmadePdf Set(int number, string value)
    {
        this[number] = value;
        return this;
    }

    /// <summary>The page, with further entries or other values for those that it has.</summary>
    public HandmadePdf Page(string entries = "", string box = "[0 0 60 40]") => Set(
        3, $"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources << /XObject << /Picture 5 0 R >> >> /Contents 4 0 R {entries} >>");

    public HandmadePdf Content(string operators) => Stream(4, "", Encoding.Latin1.GetBytes(operators));

    /// <summary>A picture of 6 x 4 pixels: the upper left corner is black, everything else white.</summary>
    public HandmadePdf Gray(string entries = "", int number = 5) => Picture(
        "/ColorSpace /DeviceGray /BitsPerComponent 8 " + entries, [.. Enumerable.Range(0, 24).Select(i => (byte)(i % 6 < 3 && i < 12 ? 0 : 255))], number);

    /// <summary>A picture of 6 x 4 pixels.</summary>
    public HandmadePdf Picture(string entries, byte[] data, int number = 5) =>
        Stream(number, "/Type /XObject /Subtype /Image /Width 6 /Height 4 " + entries, data);

    public HandmadePdf Form(int number, string entries, string operators) =>
        Stream(number, "/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] " + entries, Encoding.Latin1.GetBytes(operators));

    public HandmadePdf Stream(int number, string entries, byte[] data)
    {
        _objects[number] = [.. Encoding.Latin1.GetBytes($"<< {entries} /Length {data.Length} >>\nstream\n"), .. data, .. "\nendstream"u8];
        return this;
    }

    public static byte[] Deflated(byte[] data)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZLibStream(buffer, CompressionLevel.Fastest)) zlib.Write(data);
        return buffer.ToArray();
    }

    /// <summary>Something repeated until it is so long.</summary>
    public static byte[] Repeated(string text, int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = (byte)text[i % text.Length];
        return bytes;
    }

    public byte[] ToFile()
    {
        using var file = new MemoryStream();
        var places = new Dictionary<int, long>();
        file.Write("%PDF-1.4\n"u8);
        foreach (var (number, bytes) in _objects)
        {
            places[number] = file.Length;
            file.Write([.. Encoding.Latin1.GetBytes($"{number} 0 obj\n"), .. bytes, .. "\nendobj\n"u8]);
        }

        var table = file.Length;
        var size = _objects.Keys.Max() + 1;
        var entries = Enumerable.Range(1, size - 1).Select(i => places.TryGetValue(i, out var place) ? $"{place:0000000000} 00000 n \n" : "0000000000 65535 f \n");
        file.Write(Encoding.Latin1.GetBytes(
            $"xref\n0 {size}\n0000000000 65535 f \n{string.Concat(entries)}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }
}
