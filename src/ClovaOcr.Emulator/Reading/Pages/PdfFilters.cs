using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>PdfPig's filters behind bounds, which they lack: what would grow too large is never handed to them.</summary>
internal sealed class PdfFilters() : BaseFilterProvider(Bounded())
{
    /// <summary>Bytes: the longest stream that is no picture.</summary>
    public const int MaximumLength = 8 << 20;

    private const int MaximumFilters = 4;
    private const int MaximumPixelBytes = 8;

    /// <summary>Whether a filter is JPEG, which PdfPig does not undo.</summary>
    public static bool IsJpeg(IFilter filter) => filter is Bound { IsJpeg: true };

    private static Dictionary<string, IFilter> Bounded()
    {
        // All of a document's streams together: a picture of the largest size and a predictor's bytes, and the document's own.
        var budget = new Budget((Picture.MaximumPixels * MaximumPixelBytes) + (8 * MaximumLength));
        var filters = new Dictionary<string, IFilter>();
        Add("FlateDecode", "Fl", new FlateFilter());
        Add("LZWDecode", "LZW", new LzwFilter());
        Add("RunLengthDecode", "RL", new RunLengthFilter());
        Add("ASCII85Decode", "A85", new Ascii85Filter());
        Add("ASCIIHexDecode", "AHx", new AsciiHexDecodeFilter());
        Add("CCITTFaxDecode", "CCF", new CcittFaxDecodeFilter());
        Add("DCTDecode", "DCT", new DctDecodeFilter());
        return filters;

        void Add(string name, string shortName, IFilter filter) => filters[name] = filters[shortName] = new Bound(filter, budget);
    }

    /// <summary>How many bytes may still be made.</summary>
    private sealed class Budget(long left)
    {
        public long Left { get; private set; } = left;

        public void Spend(long bytes)
        {
            if (bytes > Left) throw new InvalidDataException("The document's streams are too long.");
            Left -= bytes;
        }
    }

    private sealed class Bound(IFilter filter, Budget budget) : IFilter
    {
        public bool IsJpeg => filter is DctDecodeFilter;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filterIndex >= MaximumFilters) throw new InvalidDataException("A stream is coded too many times.");
            var limit = Math.Min(LimitOf(streamDictionary), budget.Left);
            var parameters = DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex);
            var length = filter switch
            {
                FlateFilter => Inflated(input, limit),
                LzwFilter => LzwLength.Of(input.Span, NumberIn(parameters, "EarlyChange", 1) != 0, limit),
                RunLengthFilter => RunLength(input.Span),
                CcittFaxDecodeFilter => FaxLength(parameters, streamDictionary),
                _ => input.Length,
            };

            // A predictor takes memory for a row by what is claimed of it.
            var bits = Math.Min(NumberIn(parameters, "Colors", 1), 32) * NumberIn(parameters, "BitsPerComponent", 8);
            var row = NumberIn(parameters, "Columns", 1) * bits / 8;
            if (length > limit || row > limit) throw new InvalidDataException("A stream is too long.");
            budget.Spend(length);
            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);

            // A stream may hold objects, whatever it is called.
            PdfNames.Disarm(output.Span);
            return output;
        }

        private static double NumberIn(DictionaryToken dictionary, string key, double otherwise) =>
            dictionary.Data.TryGetValue(key, out var value) && value is NumericToken number ? number.Data : otherwise;

        // A picture may have a predictor's byte more in each row, and rows of a few bytes too much.
        private static long LimitOf(DictionaryToken stream)
        {
            if (!stream.Data.TryGetValue("Subtype", out var type) || type is not NameToken { Data: "Image" }) return MaximumLength;
            var pixels = NumberIn(stream, "Width", 0) * NumberIn(stream, "Height", 0);
            return (long)(Math.Min(pixels, Picture.MaximumPixels) * MaximumPixelBytes) + MaximumLength;
        }

        private static long Inflated(Memory<byte> zlib, long limit)
        {
            if (zlib.Length < 2 || !MemoryMarshal.TryGetArray<byte>(zlib[2..], out var deflated)) return 0;
            using var inflated = new DeflateStream(
                new MemoryStream(deflated.Array!, deflated.Offset, deflated.Count, writable: false), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            long length = 0;
            for (int read; length <= limit && (read = inflated.Read(buffer)) > 0;) length += read;
            return length;
        }

        // ISO 32000-1, 7.4.5: up to 127 is that many bytes and one more as they are, 128 the end, above it one byte repeated.
        private static long RunLength(ReadOnlySpan<byte> data)
        {
            long length = 0;
            for (var i = 0; i < data.Length && data[i] != 128;)
            {
                length += data[i] < 128 ? data[i] + 1 : 257 - data[i];
                i += data[i] < 128 ? data[i] + 2 : 2;
            }

            return length;
        }

        private static long FaxLength(DictionaryToken parameters, DictionaryToken stream)
        {
            var rows = Math.Max(NumberIn(parameters, "Rows", 0), NumberIn(stream, "Height", 0));
            return (long)Math.Clamp((NumberIn(parameters, "Columns", 1728) + 7) / 8 * rows, 0, long.MaxValue / 2);
        }
    }
}
