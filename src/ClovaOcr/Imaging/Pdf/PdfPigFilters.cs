using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
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
        : base(Bounded(((long)width * height * BytesPerPixel) + Slack))
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

    private static Dictionary<string, IFilter> Bounded(long limit) => new IFilter[]
    {
        new FlateFilter(), new LzwFilter(), new RunLengthFilter(), new Ascii85Filter(), new AsciiHexDecodeFilter(), new CcittFaxDecodeFilter(),
        new DctDecodeFilter(),
    }.ToDictionary(NameOf, filter => (IFilter)new Bound(filter, limit));

    private static string NameOf(IFilter filter) => filter switch
    {
        FlateFilter => "FlateDecode",
        LzwFilter => "LZWDecode",
        RunLengthFilter => "RunLengthDecode",
        Ascii85Filter => "ASCII85Decode",
        AsciiHexDecodeFilter => "ASCIIHexDecode",
        CcittFaxDecodeFilter => "CCITTFaxDecode",
        _ => "DCTDecode",
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
                LzwFilter => PdfLzw.Undo(input.Span, isEarly: true, (int)Math.Min(limit, int.MaxValue)).Length > limit,
                RunLengthFilter => input.Length * 64L > limit && PdfRunLength.Undo(input.Span, (int)Math.Min(limit, int.MaxValue)).Length > limit,
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
