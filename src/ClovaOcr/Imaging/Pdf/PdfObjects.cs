using System;
using System.Collections.Generic;
using System.Text;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>The objects of a new PDF of one page with one picture, written one after the other, and the table of where each is.</summary>
internal sealed class PdfObjects
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private readonly List<int> _places = [];
    private int _length;

    /// <summary>A file that has its catalog and its tree of pages; the page comes next, then its content, then its picture.</summary>
    public PdfObjects()
    {
        // The four bytes tell programs that this is no text (ISO 32000-1, 7.5.2).
        Text("%PDF-1.4\n%");
        Bytes(new byte[] { 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n' });
        Dictionary("<< /Type /Catalog /Pages 2 0 R >>");
        Dictionary("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    }

    public void Dictionary(string text)
    {
        Begin();
        Text($"{text}\nendobj\n");
    }

    public void Stream(string entries, ReadOnlyMemory<byte> data)
    {
        Begin();
        Text(PdfText.Of($"<< {entries}/Length {data.Length} >>\nstream\n"));
        Bytes(data);
        Text("\nendstream\nendobj\n");
    }

    /// <summary>Ends the file.</summary>
    /// <returns>The whole file.</returns>
    public byte[] Finish()
    {
        // 7.5.4: each entry has twenty bytes.
        var start = _length;
        Text(PdfText.Of($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in _places) Text(PdfText.Of($"{place:0000000000} 00000 n \n"));
        Text(PdfText.Of($"trailer\n<< /Size {_places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return Join();
    }

    private void Begin()
    {
        _places.Add(_length);
        Text(PdfText.Of($"{_places.Count} 0 obj\n"));
    }

    private void Text(string text) => Bytes(Encoding.ASCII.GetBytes(text));

    private void Bytes(ReadOnlyMemory<byte> bytes)
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
            piece.CopyTo(file.AsMemory(place));
            place += piece.Length;
        }

        return file;
    }
}
