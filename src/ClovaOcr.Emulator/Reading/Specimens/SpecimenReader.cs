using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading.Specimens;

/// <summary>
/// Knows the specimens by how their pictures look: brightness is compared cell by cell, so that a copy that was renamed, saved again,
/// scaled or brightened still counts, and one with another number, or with its number painted over, does not.
/// </summary>
internal sealed class SpecimenReader(SpecimenSet specimens) : ICardReader
{
    // A scaled copy's sides are rounded to whole pixels.
    private const double ShapeTolerance = 0.01;

    public Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation) => Task.FromResult(Read(picture.Luminance));

    /// <summary>Reads a picture by its brightness.</summary>
    /// <returns>Null when it is none of the specimens.</returns>
    internal CardFace? Read(GrayImage picture)
    {
        var best = Compare(picture)
            .Where(candidate => candidate.Difference.IsSamePicture)
            .OrderBy(candidate => candidate.Difference.Mean)
            .Select(candidate => candidate.Specimen)
            .FirstOrDefault();
        return best is null ? null : Scaled(best, picture);
    }

    /// <summary>How a picture differs from each specimen of its shape.</summary>
    internal IEnumerable<(Specimen Specimen, Difference Difference)> Compare(GrayImage picture)
    {
        if (!CellGrid.Fits(picture)) return [];
        var cells = CellGrid.Of(picture);
        return specimens.All
            .Where(specimen => IsOfShape(picture, specimen.Shown))
            .Select(specimen => (specimen, Difference.Between(cells, specimen)));
    }

    private static bool IsOfShape(GrayImage picture, GrayImage specimen) =>
        Math.Abs((picture.Width * (double)specimen.Height / (picture.Height * (double)specimen.Width)) - 1) <= ShapeTolerance;

    private static CardFace Scaled(Specimen specimen, GrayImage picture)
    {
        var (scaleX, scaleY) = (picture.Width / (double)specimen.Shown.Width, picture.Height / (double)specimen.Shown.Height);
        return specimen.Face with
        {
            Border = Scale(specimen.Face.Border),
            Fields =
            [
                .. specimen.Face.Fields.Select(field => KeyValuePair.Create(
                    field.Key, (IReadOnlyList<PrintedEntry>)[.. field.Value.Select(entry => entry with { Box = Scale(entry.Box) })])),
            ],
        };

        Quad Scale(Quad quad) => quad.Select(corner => new Point(corner.X * scaleX, corner.Y * scaleY));
    }
}
