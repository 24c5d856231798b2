using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Walks over a masked JPEG and refuses whatever is not on the list of what a masked JPEG holds: each segment is of a kind, in a place
/// and of a length that leaves no room for anything else, and so is each code of its picture. Shares no code with the masker.
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
        Scan,
    }

    public static void Check(byte[] file, CoveredRows covered)
    {
        var walk = new Walk(file);
        while (walk.ReadSegment()) { }
        walk.CheckTables();
        walk.CheckScan(covered);
    }

    private static ClovaOcrException Leftover(string found) => Refusal.NotProved(found);

    private sealed class Walk(byte[] file)
    {
        private static readonly byte[][] UsualNames = [[1, 2, 3, 4], [0, 1, 2, 3], [.. "RGB"u8], [.. "CMYK"u8]];

        private readonly List<ushort[]> _quantization = [];
        private readonly SortedDictionary<int, CopiedCodes> _codes = [];
        private readonly List<byte> _profile = [];
        private CopiedComponent[] _components = [];
        private Place _place;
        private int _position = 2;
        private int _restartInterval;
        private int _width;
        private int _height;

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
            var tables = _components.Select(component => component.Quantization).Distinct();
            var codes = _components.SelectMany(component => new[] { component.DcCodes, component.AcCodes }).Distinct();
            if (!tables.SequenceEqual(Enumerable.Range(0, _quantization.Count))
                || !codes.OrderBy(code => code).SequenceEqual(_codes.Keys))
                throw Leftover("it holds a table that nothing uses, or lacks one");
        }

        /// <summary>From the scan's first byte on there are only the picture's codes, restart markers if announced, and the end.</summary>
        public void CheckScan(CoveredRows covered)
        {
            var scan = new CopiedScan(file, _position, _components, _codes)
            {
                Width = _width,
                Height = _height,
                RestartInterval = _restartInterval,
            };
            _position = scan.Check(covered);
            if (_position != file.Length - 2 || file[_position] != 0xFF || file[_position + 1] != 0xD9)
                throw Leftover("something stands within or after its picture");
            foreach (var table in _codes.Values)
                if (!table.AreAllUsed) throw Leftover("a Huffman table holds a code that nothing uses");
            for (var number = 0; number < _quantization.Count; number++) CheckSteps(number);
        }

        // A step that no coefficient is multiplied by must tell nothing.
        private void CheckSteps(int number)
        {
            var used = 0UL;
            foreach (var component in _components)
                if (component.Quantization == number) used |= component.UsedCoefficients;
            var steps = _quantization[number];
            var coarsest = Enumerable.Range(0, 64).Where(i => (used >> i & 1) == 1).Select(i => (int)steps[i]).DefaultIfEmpty(1).Max();
            for (var i = 0; i < 64; i++)
                if ((used >> i & 1) == 0 && steps[i] != coarsest) throw Leftover("a quantisation table holds a step that nothing uses");
        }

        private void Read(byte marker, ReadOnlySpan<byte> data)
        {
            switch (marker)
            {
                case 0xE0:
                    var isJfif = data.Length == 14 && data.StartsWith("JFIF\0\u0001\u0001"u8) && data[7] <= 2
                        && data[12] == 0 && data[13] == 0;
                    Expect(Place.Jfif, isJfif && LeanDensity.IsLean(Short(data[8..]), Short(data[10..]), data[7] == 2 ? 2.54m : 1));
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
                    var isTable = data.Length is 65 or 129 && data[0] == (data.Length == 65 ? 0 : 0x10) + _quantization.Count;
                    Expect(Place.Quantization, isTable, isRepeatable: true);
                    _quantization.Add(StepsOf(data));
                    break;
                case 0xC0 or 0xC1:
                    Expect(Place.Frame, data.Length > 6 && data.Length == 6 + (data[5] * 3) && data[0] == 8);
                    ReadFrame(data);
                    break;
                case 0xC4:
                    var isFull = data.Length >= 17 && data.Length == 17 + data.Slice(1, 16).ToArray().Sum(count => count);
                    Expect(Place.Huffman, isFull && data[0] is 0 or 1 or 0x10 or 0x11 && !_codes.ContainsKey(data[0]), isRepeatable: true);
                    _codes.Add(data[0], new CopiedCodes(data.Slice(1, 16), data[17..]));
                    break;
                case 0xDD:
                    Expect(Place.RestartInterval, data.Length == 2 && Short(data) > 0);
                    _restartInterval = Short(data);
                    break;
                case 0xDA:
                    var isWhole = _components.Length > 0 && data[0] == _components.Length && data.Length == 4 + (_components.Length * 2);
                    Expect(Place.Scan, isWhole && data[^3] == 0 && data[^2] == 63 && data[^1] == 0);
                    ReadScanHeader(data);
                    break;
                default:
                    throw Leftover("it holds a segment that a masked copy has no place for");
            }
        }

        private void ReadFrame(ReadOnlySpan<byte> data)
        {
            (_height, _width) = (Short(data[1..]), Short(data[3..]));
            var entries = data[6..];
            var names = new byte[data[5]];
            _components = new CopiedComponent[names.Length];
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = entries[i * 3];
                var sampling = entries[(i * 3) + 1];
                var number = entries[(i * 3) + 2];
                if (sampling >> 4 is 0 or > 4 || (sampling & 15) is 0 or > 4 || number >= _quantization.Count)
                    throw Leftover("its frame is none of a masked copy");
                _components[i] = new(names[i], sampling >> 4, sampling & 15, number, _quantization[number][0]);
            }

            if (!Array.Exists(UsualNames, usual => usual.AsSpan().StartsWith(names))) throw Leftover("its colours have unusual names");
        }

        private void ReadScanHeader(ReadOnlySpan<byte> data)
        {
            for (var i = 0; i < _components.Length; i++)
            {
                var (name, codes) = (data[1 + (i * 2)], data[2 + (i * 2)]);
                if (name != _components[i].Name) throw Leftover("its scan is not that of its frame");
                (_components[i].DcCodes, _components[i].AcCodes) = (codes >> 4, 0x10 | (codes & 15));
            }
        }

        private static int Short(ReadOnlySpan<byte> data) => (data[0] << 8) | data[1];

        private static ushort[] StepsOf(ReadOnlySpan<byte> data)
        {
            var steps = new ushort[64];
            for (var i = 0; i < 64; i++) steps[i] = data.Length == 65 ? data[1 + i] : (ushort)Short(data[(1 + (i * 2))..]);
            return steps;
        }

        private void Expect(Place place, bool isValid, bool isRepeatable = false)
        {
            var isInOrder = place > _place || (isRepeatable && place == _place);
            if (!isValid || !isInOrder) throw Leftover("a segment holds more than a masked copy needs, or is in the wrong place");
            _place = place;
        }
    }
}
