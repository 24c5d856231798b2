using System;
using System.IO;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Runs of equal bytes (ISO 32000-1, 7.4.5).</summary>
internal static class PdfRunLength
{
    private const byte End = 128;

    public static byte[] Undo(ReadOnlySpan<byte> data, int limit)
    {
        var output = new MemoryStream();
        for (var i = 0; i < data.Length && data[i] != End;)
        {
            int length = data[i++];
            if (output.Length > limit) throw PdfFilters.TooLong();
            if (length < End)
            {
                if (i + length >= data.Length) throw Refusal.Damaged("its compressed data end too early");
                for (var end = i + length; i <= end; i++) output.WriteByte(data[i]);
            }
            else
            {
                if (i >= data.Length) throw Refusal.Damaged("its compressed data end too early");
                for (var count = 257 - length; count > 0; count--) output.WriteByte(data[i]);
                i++;
            }
        }

        return output.Length <= limit ? output.ToArray() : throw PdfFilters.TooLong();
    }
}
