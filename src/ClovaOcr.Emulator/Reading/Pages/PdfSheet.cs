using System.IO;
using System.Linq;
using System.Numerics;
using UglyToad.PdfPig.Tokens;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>A page's paper and what lies on it (ISO 32000-1, 7.7.3).</summary>
/// <param name="Page">Its dictionary.</param>
/// <param name="Resources">What its content names.</param>
/// <param name="Width">In points, as it is shown.</param>
/// <param name="Height">In points, as it is shown.</param>
/// <param name="ToShown">From the page's own coordinates to points of the shown page, from its upper left corner down.</param>
internal sealed record PdfSheet(DictionaryToken Page, DictionaryToken Resources, float Width, float Height, Matrix3x2 ToShown)
{
    private const int MaximumDepth = 16;
    private const float SmallestSide = 0.1f;
    private const float LargestSide = 1e6f;

    /// <exception cref="InvalidDataException">There is none.</exception>
    public static PdfSheet First(PdfObjects objects)
    {
        var node = objects.Find<DictionaryToken>(objects.Catalog, "Pages");
        DictionaryToken? resources = null;
        double[]? media = null;
        double[]? crop = null;
        double? turn = null;
        for (var depth = 0; node is not null && depth < MaximumDepth; depth++)
        {
            resources = objects.Find<DictionaryToken>(node, "Resources") ?? resources;
            media = objects.Numbers(node, "MediaBox", 4) ?? media;
            crop = objects.Numbers(node, "CropBox", 4) ?? crop;
            turn = objects.Number(node, "Rotate") ?? turn;
            if (objects.Find<ArrayToken>(node, "Kids") is not { } kids)
            {
                var visible = PdfBox.Of(media).Within(PdfBox.Of(crop ?? media));
                var unit = (float)(objects.Number(node, "UserUnit") ?? 1);
                return Of(node, resources ?? DictionaryToken.Empty, visible, (int)(turn ?? 0), unit);
            }

            node = FirstThatHasPages(objects, kids);
        }

        throw new InvalidDataException("There is no page.");
    }

    private static DictionaryToken? FirstThatHasPages(PdfObjects objects, ArrayToken kids) => kids.Data
        .Select(kid => objects.Find<DictionaryToken>(kid))
        .FirstOrDefault(kid => kid is not null && objects.Find<ArrayToken>(kid, "Kids") is not { Length: 0 });

    private static PdfSheet Of(DictionaryToken page, DictionaryToken resources, PdfBox box, int turn, float unit)
    {
        var (width, height) = (box.Right - box.Left, box.Top - box.Bottom);
        if (turn % 90 != 0) throw new InvalidDataException("A page can be turned by quarters only.");

        // The page's y goes up and is turned over; then the page is turned clockwise about its corner and moved back.
        var shown = new Matrix3x2(1, 0, 0, -1, -box.Left, box.Top) * ((((turn % 360) + 360) % 360) switch
        {
            90 => new Matrix3x2(0, 1, -1, 0, height, 0),
            180 => new Matrix3x2(-1, 0, 0, -1, width, height),
            270 => new Matrix3x2(0, -1, 1, 0, 0, width),
            _ => Matrix3x2.Identity,
        });
        if (turn % 180 != 0) (width, height) = (height, width);
        (width, height) = (width * unit, height * unit);
        return width is >= SmallestSide and <= LargestSide && height is >= SmallestSide and <= LargestSide
            ? new(page, resources, width, height, shown * Matrix3x2.CreateScale(unit))
            : throw new InvalidDataException("The page has no size.");
    }
}
