using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Walks over a masked JPEG and refuses whatever is not on the list of what a masked JPEG holds: each segment is of a kind, in a place
/// and of a length that leaves no room for anything else. Shares no code with the masker.
/// </summary>
internal static class JpegLeftovers
{
    private enum Place
    {
        Start,
        Jfif,
        Exif,
        Adobe,
        Profile,
        Quantization,
        Frame,
        Huffman,
        RestartInterval,
    }

    public static void Check(byte[] file)
    {
        var walk = new Walk(file);
        while (walk.ReadSegment()) { }
        walk.CheckTables();
        walk.CheckScan();
    }

    private static ClovaOcrException Leftover(string found) => Refusal.NotProved(found);

    private sealed class Walk(byte[] file)
    {
        private readonly List<int> _quantization = [];
        private readonly List<int> _huffman = [];
        private readonly List<byte> _profile = [];
        private HashSet<int> _quantizationUsed = [];
        private HashSet<int> _huffmanUsed = [];
        private Place _place;
        private int _position = 2;
        private bool _hasRestarts;

        /// <summary>Reads a segment; false when it was the scan's header.</summary>
        public bool ReadSegment()
        {
            if (file.Length < _position + 4 || file[0] != 0xFF || file[1] != 0xD8 || file[_position] != 0xFF)
                throw Leftover("it is not made of segments");
            var marker = file[_position + 1];
            var length = (file[_position + 2] << 8) | file[_position + 3];
            if (length < 2 || file.Length < _position + 2 + length) throw Leftover("a segment is cut off");
            var data = file.AsSpan(_position + 4, length - 2);
            _position += 2 + length;
            Read(marker, data);
            return marker != 0xDA;
        }

        public void CheckTables()
        {
            if (_profile.Count > 0 && StandardColorProfile.Find([.. _profile]) is null)
                throw Leftover("it holds an unknown colour profile");
            if (_quantization.Count != _quantizationUsed.Count || !_quantizationUsed.SetEquals(_quantization)
                || _huffman.Count != _huffmanUsed.Count || !_huffmanUsed.SetEquals(_huffman))
                throw Leftover("it holds a table that nothing uses, or lacks one");
        }

        /// <summary>From the scan's first byte on there are only data, restart markers if announced, and the end.</summary>
        public void CheckScan()
        {
            for (; _position < file.Length - 2; _position++)
            {
                if (file[_position] != 0xFF) continue;
                var next = file[++_position];
                if (next != 0 && !(_hasRestarts && next is >= 0xD0 and <= 0xD7))
                    throw Leftover("something stands within or after its picture");
            }

            if (_position != file.Length - 2 || file[_position] != 0xFF || file[_position + 1] != 0xD9)
                throw Leftover("it does not end with its picture");
        }

        private void Read(byte marker, ReadOnlySpan<byte> data)
        {
            switch (marker)
            {
                case 0xE0:
                    Expect(Place.Jfif, data.Length == 14 && data.StartsWith("JFIF\0"u8) && data[12] == 0 && data[13] == 0);
                    break;
                case 0xE1:
                    Expect(Place.Exif, data.Length == 32
                        && data.StartsWith("Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0"u8)
                        && data[25] is >= 2 and <= 8 && data[26..].SequenceEqual("\0\0\0\0\0\0"u8));
                    break;
                case 0xEE:
                    Expect(Place.Adobe, data.Length == 12 && data.StartsWith("Adobe\0d\0\0\0\0"u8) && data[11] <= 2);
                    break;
                case 0xE2:
                    Expect(Place.Profile, data.Length > 14 && data.StartsWith("ICC_PROFILE\0"u8), isRepeatable: true);
                    _profile.AddRange(data[14..].ToArray());
                    break;
                case 0xDB:
                    var isTable = data.Length is 65 or 129 && data.Length == (data[0] >> 4 == 0 ? 65 : 129);
                    Expect(Place.Quantization, isTable, isRepeatable: true);
                    _quantization.Add(data[0] & 15);
                    break;
                case 0xC0 or 0xC1:
                    Expect(Place.Frame, data.Length > 6 && data.Length == 6 + (data[5] * 3));
                    _quantizationUsed = [.. data[6..].ToArray().Where((_, i) => i % 3 == 2).Select(table => (int)table)];
                    break;
                case 0xC4:
                    var isFull = data.Length >= 17 && data.Length == 17 + data.Slice(1, 16).ToArray().Sum(count => count);
                    Expect(Place.Huffman, isFull, isRepeatable: true);
                    _huffman.Add(data[0]);
                    break;
                case 0xDD:
                    Expect(Place.RestartInterval, data.Length == 2);
                    _hasRestarts = true;
                    break;
                case 0xDA:
                    if (_place is not (Place.Huffman or Place.RestartInterval) || data.Length < 6)
                        throw Leftover("its scan is in the wrong place");
                    var selectors = data.Slice(1, data.Length - 4).ToArray().Where((_, i) => i % 2 == 1);
                    _huffmanUsed = [.. selectors.SelectMany(selector => new[] { selector >> 4, 0x10 | (selector & 15) })];
                    break;
                default:
                    throw Leftover("it holds a segment that a masked copy has no place for");
            }
        }

        private void Expect(Place place, bool isValid, bool isRepeatable = false)
        {
            var isInOrder = place > _place || (isRepeatable && place == _place);
            if (!isValid || !isInOrder) throw Leftover("a segment holds more than a masked copy needs, or is in the wrong place");
            _place = place;
        }
    }
}
