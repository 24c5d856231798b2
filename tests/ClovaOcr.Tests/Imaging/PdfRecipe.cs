using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ClovaOcr.Tests.Imaging;

/// <summary>How to write a PDF by hand: a page with a picture in the objects 1 to 5, and whatever else is wanted.</summary>
internal sealed record PdfRecipe
{
    public int Width { get; init; } = 48;

    public int Height { get; init; } = 40;

    public int Bits { get; init; } = 8;

    public string ColorSpace { get; init; } = "/DeviceGray";

    /// <summary>The picture's filters, as they stand; empty for none.</summary>
    public string Filter { get; init; } = "";

    /// <summary>The picture's data, filters applied.</summary>
    public byte[] Data { get; init; } = [];

    /// <summary>The entries that say how large the page is.</summary>
    public string Box { get; init; } = "/MediaBox [0 0 240 200]";

    public string Content { get; init; } = "q 240 0 0 200 0 0 cm /Im0 Do Q";

    /// <summary>Entries beside the usual ones.</summary>
    public string Image { get; init; } = "";

    public string Page { get; init; } = "";

    public string Resources { get; init; } = "";

    public string Pages { get; init; } = "";

    public string Kids { get; init; } = "3 0 R";

    public string Catalog { get; init; } = "";

    public string Trailer { get; init; } = "";

    public string Header { get; init; } = "%PDF-1.7\n";

    /// <summary>Objects from 6 on: a text, or a dictionary with a stream.</summary>
    public IReadOnlyList<(string Text, byte[]? Stream)> Others { get; init; } = [];

    /// <summary>A picture of which each pixel has the samples that a function says.</summary>
    public PdfRecipe With(int samples, Func<int, int, int, int> sampleAt) => this with { Data = Pack(samples, sampleAt) };

    public byte[] Pack(int samples, Func<int, int, int, int> sampleAt)
    {
        var rowBytes = ((Width * samples * Bits) + 7) / 8;
        var data = new byte[rowBytes * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var i = 0; i < Width * samples; i++)
            {
                for (var bit = 0; bit < Bits; bit++)
                {
                    var place = (i * Bits) + bit;
                    if (((sampleAt(i / samples, y, i % samples) >> (Bits - 1 - bit)) & 1) != 0)
                        data[(y * rowBytes) + (place / 8)] |= (byte)(0x80 >> (place % 8));
                }
            }
        }

        return data;
    }

    /// <summary>The objects from 1 on.</summary>
    public IReadOnlyList<(string Text, byte[]? Stream)> Objects() =>
    [
        ($"<< /Type /Catalog /Pages 2 0 R {Catalog} >>", null),
        ($"<< /Type /Pages /Kids [{Kids}] /Count 1 {Pages} >>", null),
        ($"<< /Type /Page /Parent 2 0 R {Box} /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> {Resources} >> {Page} >>", null),
        ("<< >>", Encoding.Latin1.GetBytes(Content)),
        ($"<< /Type /XObject /Subtype /Image /Width {Width} /Height {Height} /BitsPerComponent {Bits} /ColorSpace {ColorSpace} {Filter} {Image} >>", Data),
        .. Others,
    ];

    public byte[] Encode()
    {
        using var file = new MemoryStream();
        Write(file, Header + "%\u00E2\u00E3\u00CF\u00D3\n");
        var places = Objects().Select((item, i) => WriteObject(file, i + 1, item)).ToArray();
        var start = file.Length;
        Write(file, $"xref\n0 {places.Length + 1}\n0000000000 65535 f \n" + string.Concat(places.Select(place => $"{place:d10} 00000 n \n")));
        Write(file, $"trailer\n<< /Size {places.Length + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF");
        return file.ToArray();
    }

    /// <summary>A file with objects appended that replace others or come anew, as programs save changes.</summary>
    public static byte[] Append(byte[] file, string trailer, params (int Number, string Text, byte[]? Stream)[] objects)
    {
        var before = Encoding.Latin1.GetString(file);
        var previous = before[(before.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        using var longer = new MemoryStream();
        longer.Write(file);
        Write(longer, "\n");
        var places = objects.Select(item => WriteObject(longer, item.Number, (item.Text, item.Stream))).ToArray();
        var start = longer.Length;
        Write(longer, "xref\n");
        for (var i = 0; i < objects.Length; i++) Write(longer, $"{objects[i].Number} 1\n{places[i]:d10} 00000 n \n");
        Write(longer, $"trailer\n<< /Size 99 /Root 1 0 R /Prev {previous} {trailer} >>\nstartxref\n{start}\n%%EOF");
        return longer.ToArray();
    }

    private static long WriteObject(MemoryStream file, int number, (string Text, byte[]? Stream) item)
    {
        var place = file.Length;
        Write(file, $"{number} 0 obj\n");
        if (item.Stream is null)
        {
            Write(file, $"{item.Text}\nendobj\n");
            return place;
        }

        Write(file, $"{item.Text[..^2]}/Length {item.Stream.Length} >>\nstream\n");
        file.Write(item.Stream);
        Write(file, "\nendstream\nendobj\n");
        return place;
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
