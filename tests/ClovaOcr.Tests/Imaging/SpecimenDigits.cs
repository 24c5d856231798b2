using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.Tests.Imaging;

/// <summary>
/// The drawn truth: for each pixel of a specimen which character of its number has ink in it (data/digits/README.md). The specimens
/// were drawn with and without each character, and the pixels that differ are its own.
/// </summary>
internal sealed class SpecimenDigits
{
    private const int OtherNumber = 100;

    private static readonly ConcurrentDictionary<string, SpecimenDigits> Read = new();

    private readonly List<(PixelPoint Middle, int Value)> _ink = [];

    private SpecimenDigits(string specimen)
    {
        var truth = TestData.Truth(specimen);
        var orientation = (int)truth["orientation"]!;
        var map = new Skia(File.ReadAllBytes(Path.Combine(
            TestData.Root, "tests", "ClovaOcr.Tests", "Imaging", "data", "digits", Path.ChangeExtension(Path.GetFileName(specimen), ".png"))));
        Size = orientation >= 5 ? (map.Height, map.Width) : (map.Width, map.Height);
        var placement = new Placement(orientation, Size.Width, Size.Height);
        for (var y = 0; y < map.Height; y++)
            for (var x = 0; x < map.Width; x++)
                if (map[x, y].R is > 0 and var value) _ink.Add((placement.ToUpright(new(x + 0.5, y + 0.5)), value));
    }

    /// <summary>The upright picture's size.</summary>
    public (int Width, int Height) Size { get; }

    public static SpecimenDigits Of(string specimen) => Read.GetOrAdd(specimen, name => new(name));

    /// <summary>The stored pixels of what is to be hidden.</summary>
    public (int X, int Y)[] Hidden(MaskDigits digits, Placement placement)
    {
        var first = digits switch { MaskDigits.Last7 => 8, MaskDigits.Last6 => 9, _ => 1 };
        return Pixels(placement, value => value >= first);
    }

    /// <summary>The stored pixels of one character of the registration number, from 0.</summary>
    public (int X, int Y)[] Character(int index, Placement placement) => Pixels(placement, value => value == index + 1);

    /// <summary>The stored pixels of any other number.</summary>
    public (int X, int Y)[] OtherNumbers(Placement placement) => Pixels(placement, value => value == OtherNumber);

    private (int X, int Y)[] Pixels(Placement placement, System.Func<int, bool> isMeant) =>
    [
        .. _ink.Where(ink => isMeant(ink.Value)).Select(ink => placement.ToStored(ink.Middle)).Select(p => ((int)p.X, (int)p.Y)),
    ];
}
