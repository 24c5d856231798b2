using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Imaging.Jpeg;

namespace ClovaOcr.Imaging.Tiff;

/// <summary>
/// Walks over a masked TIFF and refuses whatever is not on the list of what a masked TIFF holds: each tag is there once, in order, and
/// says nothing but what it must, and every byte of the file belongs to exactly one part. Shares no code with the masker.
/// </summary>
internal static class TiffLeftovers
{
    private const int Short = 3;
    private const int Long = 4;
    private const int Rational = 5;
    private const int Undefined = 7;

    // The type of each tag that may be there.
    private static readonly Dictionary<int, int> Types = new()
    {
        [256] = Long, [257] = Long, [258] = Short, [259] = Short, [262] = Short, [273] = Long, [274] = Short, [277] = Short, [278] = Long,
        [279] = Long, [282] = Rational, [283] = Rational, [284] = Short, [292] = Long, [296] = Short, [317] = Short, [320] = Short,
        [322] = Long, [323] = Long, [324] = Long, [325] = Long, [338] = Short, [529] = Rational, [530] = Short, [531] = Short,
        [532] = Rational, [34675] = Undefined,
    };

    public static void Check(byte[] file, IReadOnlyList<PixelRectangle> covered)
    {
        var walk = new Walk(file);
        walk.ReadDirectory();
        walk.CheckPlaces(covered);
        walk.CheckValues();
        CheckPalette(file);
    }

    private static ClovaOcrException Leftover(string found) => Refusal.NotProved(found);

    // A strip or tile is a JPEG that begins with its tables, and has no segment for anything else.
    private static void CheckJpeg(byte[] jpeg, PixelRectangle place, IReadOnlyList<PixelRectangle> covered)
    {
        if (jpeg.Length < 4 || jpeg[2] != 0xFF || jpeg[3] != 0xDB) throw Leftover("a JPEG in it holds more than its picture");
        var within = covered
            .Select(area => (
                Left: Math.Max(area.Left - place.Left, 0), Right: Math.Min(area.Left + area.Width - place.Left, place.Width),
                Top: Math.Max(area.Top - place.Top, 0), Bottom: Math.Min(area.Top + area.Height - place.Top, place.Height)))
            .Where(area => area.Left < area.Right && area.Top < area.Bottom)
            .Select(area => new PixelRectangle(area.Left, area.Top, area.Right - area.Left, area.Bottom - area.Top));
        JpegLeftovers.Check(jpeg, new([.. within]));
    }

    // Every entry of a palette is the colour of a pixel or, past those, black; no two in use are alike, and an index has only as many bits
    // as it needs.
    private static void CheckPalette(byte[] file)
    {
        using var reader = new LibTiffReader(file);
        var palette = reader.Palette();
        if (palette.Length == 0) return;
        var isUsed = new bool[palette.Length];
        reader.ReadRows((_, _, pixels) =>
        {
            foreach (var index in pixels) isUsed[index] = true;
        });
        var used = Array.FindLastIndex(isUsed, seen => seen) + 1;
        var isLean = isUsed.Take(used).All(seen => seen)
            && palette.Skip(used).All(color => color.All(level => level == 0))
            && palette.Take(used).Select(Convert.ToBase64String).Distinct().Count() == used
            && reader.Bits == (used <= 16 ? 4 : 8);
        if (!isLean) throw Leftover("its palette holds a colour that no pixel has");
    }

    private sealed class Walk(byte[] file)
    {
        private readonly SortedDictionary<int, (int Count, int Position)> _tags = [];
        private int _directory;

        public void ReadDirectory()
        {
            if (file.Length < 14 || file[0] != 'I' || file[1] != 'I' || Two(2) != 42) throw Leftover("it does not begin as it should");
            _directory = Four(4);
            if (_directory % 2 != 0 || _directory < 8 || _directory > file.Length - 6)
                throw Leftover("its directory is in the wrong place");
            var count = Two(_directory);
            if (_directory + 6 + (count * 12) > file.Length) throw Leftover("its directory is cut off");

            var last = 0;
            var next = _directory + 6 + (count * 12);
            for (var entry = _directory + 2; entry < _directory + 2 + (count * 12); entry += 12)
            {
                var tag = Two(entry);
                if (tag <= last || !Types.TryGetValue(tag, out var type) || Two(entry + 2) != type)
                    throw Leftover("it holds a tag that a masked copy has no place for");
                last = tag;
                next = ReadEntry(tag, type, entry, next);
            }

            if (Four(_directory + 2 + (count * 12)) != 0) throw Leftover("it has a second page");
            if (next != file.Length) throw Leftover("something stands after its last value");
        }

        /// <summary>The strips or tiles fill the file from the header to the directory.</summary>
        public void CheckPlaces(IReadOnlyList<PixelRectangle> covered)
        {
            var (starts, lengths) = _tags.ContainsKey(324) ? (Numbers(324), Numbers(325)) : (Numbers(273), Numbers(279));
            if (starts.Length != lengths.Length || _tags.ContainsKey(324) == _tags.ContainsKey(273))
                throw Leftover("its strips or tiles are not all told");
            var end = 8;
            for (var i = 0; i < starts.Length; i++)
            {
                if (starts[i] != end || lengths[i] <= 0 || lengths[i] > file.Length - end) throw Leftover("its strips or tiles leave gaps");
                if (One(259) == 7) CheckJpeg(file.AsSpan(end, lengths[i]).ToArray(), PlaceOf(i), [.. covered, .. Beyond()]);
                if (One(259) == 1 && lengths[i] != LengthOf(i)) throw Leftover("a strip or tile is longer than its rows");
                end += lengths[i];
            }

            if (end % 2 != 0 && end < file.Length && file[end] == 0) end++;
            if (end != _directory) throw Leftover("something stands before its directory");
        }

        public void CheckValues()
        {
            var samples = One(277);
            var isLean = One(256) > 0 && One(257) > 0 && samples > 0
                && Numbers(258).Length == samples && Numbers(258).Distinct().Count() == 1
                && (!_tags.ContainsKey(274) || One(274) is >= 2 and <= 8)
                && _tags.ContainsKey(282) == _tags.ContainsKey(283) && _tags.ContainsKey(282) == _tags.ContainsKey(296)
                && (!_tags.ContainsKey(282) || (One(296) is >= 1 and <= 3 && AreResolutions()))
                && One(284) is 1 or 2
                && (!_tags.ContainsKey(292) || (One(259) == 3 && (One(292) & ~5) == 0))
                && (!_tags.ContainsKey(317) || One(317) == 2)
                && _tags.ContainsKey(320) == (One(262) == 3) && (One(262) != 3 || _tags[320].Count == 3 << Numbers(258)[0])
                && (!_tags.ContainsKey(338) || (Numbers(338).Length < samples && Numbers(338).All(kind => kind <= 2)))
                && AreColorsLean()
                && (!_tags.ContainsKey(34675) || IsKnownProfile());
            if (!isLean) throw Leftover("a tag of it says more than a masked copy needs");
        }

        // The stored pixels of a strip or tile; those of a tile may lie past the picture's edges.
        private PixelRectangle PlaceOf(int number)
        {
            var isTiled = _tags.ContainsKey(322);
            var (width, height) = isTiled ? (One(322), One(323)) : (One(256), One(278));
            var (across, down) = ((One(256) + width - 1) / width, (One(257) + height - 1) / height);
            var (left, top) = (number % across * width, number / across % down * height);
            return new(left, top, width, isTiled ? height : Math.Min(height, One(257) - top));
        }

        // What lies past the picture's edges, to the right and below, as far as a tile may reach.
        private PixelRectangle[] Beyond()
        {
            const int furthest = 1 << 15;
            return [new(One(256), 0, furthest, One(257)), new(0, One(257), One(256) + furthest, furthest)];
        }

        // Of a strip or tile without compression.
        private long LengthOf(int number)
        {
            var (_, _, width, height) = PlaceOf(number);
            var samples = One(284) == 2 ? 1 : One(277);
            int[] units = _tags.ContainsKey(530) ? Numbers(530) : [1, 1];
            return units is [1, 1]
                ? height * ((((long)width * samples * Numbers(258)[0]) + 7) / 8)
                : (width + units[0] - 1) / units[0] * ((height + units[1] - 1) / units[1]) * ((units[0] * units[1]) + 2L);
        }

        private bool AreColorsLean()
        {
            if (One(262) != 6) return !_tags.Keys.Any(tag => tag is >= 529 and <= 532);
            int[][] coefficients = [[2990, 5870, 1140], [2126, 7152, 722], [2125, 7154, 721]];
            int[][] references = [[0, 255, 128, 255, 128, 255], [15, 235, 128, 240, 128, 240], [16, 235, 128, 240, 128, 240]];
            return Numbers(530) is [1 or 2 or 4, 1 or 2 or 4]
                && One(531) is 1 or 2
                && IsOneOf(529, coefficients, 10_000)
                && IsOneOf(532, references, 1);
        }

        private bool IsOneOf(int tag, int[][] known, int parts)
        {
            if (!_tags.TryGetValue(tag, out var entry)) return true;
            var values = Enumerable.Range(0, entry.Count).Select(i => Fraction(entry.Position + (i * 8))).ToArray();
            return values.All(value => IsLowest(value.Top, value.Bottom))
                && known.Any(row => row.Length == values.Length
                    && row.Zip(values, (a, b) => (long)a * b.Bottom == (long)b.Top * parts).All(same => same));
        }

        private bool AreResolutions()
        {
            var (across, down) = (Thousandths(282), Thousandths(283));
            return across > 0 && down > 0 && LeanDensity.IsLean(across, down, One(296) == 3 ? 2.54m : 1, 1000);
        }

        // 0 for what is none, or not in its lowest terms.
        private long Thousandths(int tag)
        {
            if (_tags[tag].Count != 1) return 0;
            var (top, bottom) = Fraction(_tags[tag].Position);
            return top > 0 && bottom > 0 && 1000 % bottom == 0 && IsLowest(top, bottom) ? top * (1000L / bottom) : 0;
        }

        private static bool IsLowest(int top, int bottom)
        {
            while (top != 0) (top, bottom) = (bottom % top, top);
            return bottom == 1;
        }

        private bool IsKnownProfile()
        {
            var (count, position) = _tags[34675];
            return StandardColorProfile.Find(file.AsSpan(position, count).ToArray()) is not null;
        }

        // A value of up to four bytes stands in its entry, with zeros after it; longer ones stand one after the other behind the directory.
        private int ReadEntry(int tag, int type, int entry, int next)
        {
            var count = Four(entry + 4);
            var size = type switch { Short => 2, Long => 4, Rational => 8, _ => 1 };
            if (count <= 0 || count > file.Length / size) throw Leftover("a value of its directory is cut off");
            var length = count * size;
            if (length <= 4)
            {
                for (var i = length; i < 4; i++)
                    if (file[entry + 8 + i] != 0) throw Leftover("something stands after a value in its entry");
                _tags.Add(tag, (count, entry + 8));
                return next;
            }

            if (Four(entry + 8) != next || length > file.Length - next) throw Leftover("a value of its directory is in the wrong place");
            _tags.Add(tag, (count, next));
            next += length;
            if (length % 2 == 0) return next;
            return next < file.Length && file[next] == 0 ? next + 1 : throw Leftover("something stands after a value");
        }

        private int One(int tag) => Numbers(tag) is [var number] ? number : throw Leftover("a tag is missing, or has more values than one");

        private int[] Numbers(int tag)
        {
            if (!_tags.TryGetValue(tag, out var entry)) throw Leftover("a tag is missing");
            return [.. Enumerable.Range(0, entry.Count)
                .Select(i => Types[tag] == Short ? Two(entry.Position + (i * 2)) : Four(entry.Position + (i * 4)))];
        }

        private (int Top, int Bottom) Fraction(int position) => (Four(position), Four(position + 4));

        private int Two(int position) => file[position] | (file[position + 1] << 8);

        // Numbers of more than 31 bits are negative here, and none that may stand in a masked copy is.
        private int Four(int position) => Two(position) | (Two(position + 2) << 16);
    }
}
