using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// PdfPig's own filters behind a bound, which they lack: data that would grow past what the picture and its page need are never handed to
/// them.
/// </summary>
internal sealed class PdfPigFilters : BaseFilterProvider
{
    private const int BytesPerPixel = 8;
    private const int Slack = 4 << 20;

    public PdfPigFilters(int width, int height)
        : base(Bounded(Math.Min(((long)width * height * BytesPerPixel) + Slack, int.MaxValue)))
    {
    }

    /// <summary>The JPEG that a picture's data are, other filters undone; null if they are none.</summary>
    public byte[]? JpegOf(DictionaryToken dictionary, Memory<byte> data)
    {
        var filters = GetFilters(dictionary);
        if (filters.Count == 0 || filters[^1] is not Bound { IsJpeg: true }) return null;
        for (var i = 0; i + 1 < filters.Count; i++) data = filters[i].Decode(data, dictionary, this, i);
        return data.ToArray();
    }

    private static Dictionary<string, IFilter> Bounded(long limit) => new()
    {
        ["FlateDecode"] = new Bound(new FlateFilter(), limit),
        ["LZWDecode"] = new Bound(new LzwFilter(), limit),
        ["RunLengthDecode"] = new Bound(new RunLengthFilter(), limit),
        ["ASCII85Decode"] = new Bound(new Ascii85Filter(), limit),
        ["ASCIIHexDecode"] = new Bound(new AsciiHexDecodeFilter(), limit),
        ["CCITTFaxDecode"] = new Bound(new CcittFaxDecodeFilter(), limit),
        ["DCTDecode"] = new Bound(new DctDecodeFilter(), limit),
    };

    private sealed class Bound(IFilter filter, long limit) : IFilter
    {
        public bool IsJpeg => filter is DctDecodeFilter;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var isTooLong = filter switch
            {
                FlateFilter => InflatesPast(input, limit),
                LzwFilter => PdfLzw.Undo(input.Span, isEarly: true, (int)limit).Length > limit,
                RunLengthFilter => PdfRunLength.Undo(input.Span, (int)limit).Length > limit,
                _ => input.Length > limit * 2,
            };
            if (isTooLong) throw PdfFilters.TooLong();
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static bool InflatesPast(Memory<byte> zlib, long limit)
        {
            if (zlib.Length < 2) return false;
            try
            {
                using var inflated = new DeflateStream(PdfFilters.Plain(zlib[2..]), CompressionMode.Decompress);
                var buffer = new byte[1 << 16];
                long length = 0;
                for (int read; length <= limit && (read = inflated.Read(buffer, 0, buffer.Length)) > 0;) length += read;
                return length > limit;
            }
            catch (InvalidDataException problem)
            {
                throw Refusal.Damaged("a PDF reader cannot inflate it", problem);
            }
        }
    }
}
