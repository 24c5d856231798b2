using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Writes a PDF of one page with one picture, from nothing: no byte of the source's file but the picture goes into it.</summary>
internal sealed class PdfWriter
{
    private readonly List<byte[]> _pieces = [];
    private readonly List<int> _places = [];
    private int _length;

    public static byte[] Write(PdfCopy copy, PdfPlacement placement)
    {
        var writer = new PdfWriter();

        // /UserUnit came with 1.6 (ISO 32000-1, table 30). The four bytes tell programs that this is no text (7.5.2).
        writer.Text(placement.Unit == 1 ? "%PDF-1.4\n%" : "%PDF-1.6\n%");
        writer.Bytes([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        writer.Dictionary("<< /Type /Catalog /Pages 2 0 R >>");
        writer.Dictionary("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        writer.Dictionary(Page(placement));
        var m = placement.Matrix;
        var content = string.Join(" ", new[] { m.A, m.B, m.C, m.D, m.E, m.F }.Select(PdfText.Of));
        writer.Stream("", Encoding.ASCII.GetBytes($"q {content} cm /Im0 Do Q"));
        writer.Stream(Image(copy), copy.Data);
        if (copy.Color.Profile is { } profile) writer.Stream(PdfText.Of($"/N {copy.Color.BaseSamples} "), profile.Bytes);
        writer.End();
        return writer.Join();
    }

    private static string Page(PdfPlacement placement)
    {
        var turn = placement.Turn == 0 ? "" : PdfText.Of($"/Rotate {placement.Turn} ");
        var unit = placement.Unit == 1 ? "" : $"/UserUnit {PdfText.Of(placement.Unit)} ";
        return $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PdfText.Of(placement.Width)} {PdfText.Of(placement.Height)}] {turn}{unit}"
            + "/Resources << /XObject << /Im0 5 0 R >> >> /Contents 4 0 R >>";
    }

    private static string Image(PdfCopy copy)
    {
        var space = copy.Color.Profile is null ? "/" + copy.Color.DeviceName : "[/ICCBased 6 0 R]";
        if (copy.Palette is { } palette)
            space = PdfText.Of($"[/Indexed {space} {(palette.Length / copy.Color.BaseSamples) - 1} <{Hexadecimal(palette)}>]");
        var decode = copy.IsInverted ? $"/Decode [{string.Join(" ", Enumerable.Repeat("1 0", copy.Color.Samples))}] " : "";
        var parameters = copy.Parameters is null ? "" : $"/DecodeParms {copy.Parameters} ";
        return PdfText.Of($"/Type /XObject /Subtype /Image /Width {copy.Width} /Height {copy.Height} /ColorSpace {space} ")
            + PdfText.Of($"/BitsPerComponent {copy.Bits} {decode}/Filter /{copy.Filter} {parameters}");
    }

    private static string Hexadecimal(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "");

    private void Dictionary(string text)
    {
        Begin();
        Text($"{text}\nendobj\n");
    }

    private void Stream(string entries, byte[] data)
    {
        Begin();
        Text(PdfText.Of($"<< {entries}/Length {data.Length} >>\nstream\n"));
        Bytes(data);
        Text("\nendstream\nendobj\n");
    }

    private void Begin()
    {
        _places.Add(_length);
        Text(PdfText.Of($"{_places.Count} 0 obj\n"));
    }

    // 7.5.4: each entry has twenty bytes.
    private void End()
    {
        var start = _length;
        Text(PdfText.Of($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in _places) Text(PdfText.Of($"{place:0000000000} 00000 n \n"));
        Text(PdfText.Of($"trailer\n<< /Size {_places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    }

    private void Text(string text) => Bytes(Encoding.ASCII.GetBytes(text));

    private void Bytes(byte[] bytes)
    {
        _pieces.Add(bytes);
        _length = checked(_length + bytes.Length);
    }

    // At once, because a buffer that grows needs three times its own memory.
    private byte[] Join()
    {
        var file = new byte[_length];
        var place = 0;
        foreach (var piece in _pieces)
        {
            piece.CopyTo(file, place);
            place += piece.Length;
        }

        return file;
    }
}
