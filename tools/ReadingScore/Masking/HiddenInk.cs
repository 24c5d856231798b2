using System.Collections.Generic;
using System.IO;
using System.Linq;
using SkiaSharp;

namespace ReadingScore.Masking;

/// <summary>
/// The stored pixels in which what is to be hidden has ink, as <c>tools/Specimens --digits</c> draws them: 8 to 14 are the digits after the
/// hyphen, 100 is any other number.
/// </summary>
internal sealed class HiddenInk
{
    private const byte Hyphen = 7;
    private const byte OtherNumber = 100;

    private readonly List<(int X, int Y)> _digits = [];
    private readonly List<(int X, int Y)> _others = [];

    private readonly (int Width, int Height) _size;

    private HiddenInk(SKBitmap map)
    {
        _size = (map.Width, map.Height);
        for (var y = 0; y < map.Height; y++)
        {
            var row = map.GetPixelSpan().Slice(y * map.RowBytes, map.Width);
            for (var x = 0; x < row.Length; x++)
                if (row[x] > Hyphen) (row[x] == OtherNumber ? _others : _digits).Add((x, y));
        }
    }

    /// <summary>Reads a map.</summary>
    /// <exception cref="InvalidDataException">It is missing, or shows nothing that would have to be hidden.</exception>
    public static HiddenInk Load(string path)
    {
        using var map = File.Exists(path) ? SKBitmap.Decode(path) : null;
        var ink = map is { ColorType: SKColorType.Gray8 } ? new HiddenInk(map) : null;
        return ink is { _digits.Count: > 0 } ? ink : throw new InvalidDataException($"{path} is no map of a card's digits. Draw it with --digits.");
    }

    /// <summary>How many pixels of the digits after the hyphen can be seen in a masked copy.</summary>
    /// <exception cref="InvalidDataException">The copy has another size.</exception>
    public int LeftIn(CopyPixels copy) => Left(_digits, copy);

    /// <summary>How many pixels of other numbers can be seen: those of a number that was not read, so that nobody knew to cover it.</summary>
    /// <exception cref="InvalidDataException">The copy has another size.</exception>
    public int OthersLeftIn(CopyPixels copy) => Left(_others, copy);

    private int Left(List<(int X, int Y)> pixels, CopyPixels copy) => (copy.Width, copy.Height) == _size
        ? pixels.Count(pixel => !copy.IsBlack(pixel.X, pixel.Y))
        : throw new InvalidDataException("A copy has another size than its map.");
}
