using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Png;

/// <summary>
/// Decodes a PNG row by row as it is stored, for the proof and for turning; two rows are in memory at a time. Shares no code with the
/// maskers.
/// </summary>
internal sealed class PngRows : IDisposable
{
    private readonly PngInflater _data;
    private readonly IEnumerator<PngRowPlace> _places;
    private byte[] _current;
    private byte[] _previous;
    private readonly byte[] _unpacked = [];

    /// <exception cref="ClovaOcrException">Damaged, or too large.</exception>
    public PngRows(byte[] file)
    {
        Outline = new(file);
        ImageHeader.EnsureDecodable(Outline.Width, Outline.Height);
        var smallest = (long)Outline.Height * (((long)Outline.Width * Outline.BitDepth / 8) + 1);
        if (smallest / 1200 > Outline.DataLength) throw Refusal.Damaged("a PNG decoder finds too few pixels");

        _data = PngInflater.OfPixels(file, Outline.DataStart, Outline.DataLength);
        _places = Places().GetEnumerator();
        _current = new byte[1 + LengthOf(Outline.Width)];
        _previous = new byte[_current.Length];
        if (Outline.BitDepth < 8) _unpacked = new byte[Outline.Width];
    }

    public PngOutline Outline { get; }

    /// <summary>Where the present row's pixels are.</summary>
    public PngRowPlace Place => _places.Current;

    /// <summary>The present row's pixels: a byte a sample, or two of a sample of 16 bits.</summary>
    public ReadOnlySpan<byte> Samples => Outline.BitDepth < 8
        ? _unpacked.AsSpan(0, Place.Count)
        : _current.AsSpan(1, Place.Count * Outline.PixelBytes);

    /// <summary>Whether the present row's last byte has a bit set that belongs to no pixel.</summary>
    public bool HasStrayBits { get; private set; }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Next()
    {
        var above = Place;
        if (!_places.MoveNext()) return false;
        var length = LengthOf(Place.Count);
        (_current, _previous) = (_previous, _current);
        var isFirst = (above.FirstX, above.StepX) != (Place.FirstX, Place.StepX) || above.Y >= Place.Y;
        if (isFirst) Array.Clear(_previous, 0, _previous.Length);
        if (!_data.Fill(_current, length + 1)) throw Refusal.Damaged("a PNG decoder finds too few pixels");
        Unfilter(_current, _previous, length, Math.Max(BitsPerPixel / 8, 1));
        if (Outline.BitDepth < 8) Unpack(length);
        return true;
    }

    /// <summary>Whether the compressed data hold nothing but the rows and their right checksum; asked after the last row.</summary>
    public bool IsAll() => _data.IsAll();

    public void Dispose()
    {
        _data.Dispose();
        _places.Dispose();
    }

    private int BitsPerPixel => Outline.BitDepth < 8 ? Outline.BitDepth : Outline.PixelBytes * 8;

    private int LengthOf(int pixels) => (int)((((long)pixels * BitsPerPixel) + 7) / 8);

    private IEnumerable<PngRowPlace> Places()
    {
        foreach (var (startX, startY, stepX, stepY) in Lattices())
        {
            var count = startX < Outline.Width ? ((Outline.Width - 1 - startX) / stepX) + 1 : 0;
            for (var y = startY; count > 0 && y < Outline.Height; y += stepY) yield return new(y, startX, stepX, count);
        }
    }

    // Adam7 halves a lattice of pixels again and again, first across, then down.
    private IEnumerable<(int X, int Y, int StepX, int StepY)> Lattices()
    {
        if (!Outline.IsInterlaced)
        {
            yield return (0, 0, 1, 1);
            yield break;
        }

        yield return (0, 0, 8, 8);
        for (var step = 8; step > 1; step /= 2)
        {
            yield return (step / 2, 0, step, step);
            yield return (0, step / 2, step / 2, step);
        }
    }

    private void Unpack(int length)
    {
        var (depth, position) = (Outline.BitDepth, 1);
        int bits = 0, held = 0;
        for (var i = 0; i < Place.Count; i++)
        {
            if (held == 0) (bits, held) = (_current[position++], 8);
            held -= depth;
            _unpacked[i] = (byte)(bits >> held);
            bits &= (1 << held) - 1;
        }

        HasStrayBits = bits != 0 || position != length + 1;
    }

    // Both rows begin with their filter type; before the first pixel, and above the first row, all is zero.
    private static void Unfilter(byte[] row, byte[] above, int length, int distance)
    {
        switch (row[0])
        {
            case 0:
                break;
            case 1:
                for (var i = 1 + distance; i <= length; i++) row[i] += row[i - distance];
                break;
            case 2:
                for (var i = 1; i <= length; i++) row[i] += above[i];
                break;
            case 3:
                for (var i = 1; i <= length; i++) row[i] += (byte)(((i > distance ? row[i - distance] : 0) + above[i]) / 2);
                break;
            case 4:
                for (var i = 1; i <= length; i++)
                    row[i] += i > distance ? NearestTo(row[i - distance], above[i], above[i - distance]) : above[i];
                break;
            default:
                throw Refusal.Damaged("a PNG decoder finds a filter that does not exist");
        }
    }

    private static byte NearestTo(int a, int b, int c)
    {
        var (target, nearest) = (a + b - c, a);
        if (Math.Abs(target - b) < Math.Abs(target - nearest)) nearest = b;
        if (Math.Abs(target - c) < Math.Abs(target - nearest)) nearest = c;
        return (byte)nearest;
    }
}
