using System;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>A picture's data with the filters undone that stand before its own coding.</summary>
internal static class PdfImageData
{
    private const int Slack = 1 << 20;

    /// <summary>The data as the last filter takes them, and that filter; one without a name if there is none.</summary>
    public static (ReadOnlyMemory<byte> Data, PdfFilter Last) UpToLast(PdfImage image)
    {
        if (image.Filters.Count == 0) return (image.Stream.Data, new("", PdfDictionary.Empty));
        var data = image.Stream.Data;
        foreach (var filter in image.Filters.Take(image.Filters.Count - 1)) data = PdfFilters.Undo(filter, data, LimitOf(image));
        return (data, image.Filters[^1]);
    }

    /// <summary>Bytes that any stage of the picture's data may have: its samples, what a bad compression adds, and some.</summary>
    public static int LimitOf(PdfImage image)
    {
        var total = (long)image.RowBytes * image.Height;
        return (int)Math.Min(total + (total / 4) + Slack, int.MaxValue);
    }
}
