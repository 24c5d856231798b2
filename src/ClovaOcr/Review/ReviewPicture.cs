using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Review.Pictures;

namespace ClovaOcr.Review;

/// <summary>
/// What the page shows of a masked copy: the card cut out, upright, as a smaller JPEG. It is made only of a file that is still the one that
/// was proved, and only if the number's place is black in it. A QR code that was left uncovered is covered.
/// </summary>
/// <param name="Jpeg">The whole file.</param>
/// <param name="Frame">Where the copy's pixels are in it.</param>
internal sealed record ReviewPicture(byte[] Jpeg, PictureFrame Frame)
{
    // The smallest print of a card is still read at this width.
    private const int LongestSide = 900;

    private const int MostCorners = 100;

    /// <summary>Reads a masked copy again.</summary>
    /// <param name="proof">The copy.</param>
    /// <param name="readings">
    /// The areas of each card that is of the same picture. All of their numbers must be hidden; what is shown goes by the first.
    /// </param>
    /// <param name="gate">Keeps the memory of many copies to that of one.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ClovaOcrException">It is not the one that was proved, cannot be read, or does not hide the number.</exception>
    public static async Task<ReviewPicture> MakeAsync(
        ReviewProof proof, IReadOnlyList<IReadOnlyList<CardRegion>> readings, DecodingGate gate, CancellationToken cancellation)
    {
        try
        {
            if (proof.Hash == proof.SourceHash) throw NotMasked("is the picture itself");
            var hidden = HiddenPlaces(readings);
            var copy = SourceFile.ReadAgain(proof.Path, proof.Hash);
            var header = ImageHeader.Read(copy.Bytes) ?? throw Refusal.NotAPicture();
            ImageHeader.EnsureDecodable(header.Width, header.Height);
            return await gate.RunAsync(header, () => Make(copy, header, readings[0], hidden, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (ClovaOcrException exception) when (exception.Kind == ClovaOcrErrorKind.ImageChanged)
        {
            throw new ClovaOcrException(
                ClovaOcrErrorKind.ImageChanged,
                "The masked copy is no longer the one that was proved, so it is not shown. Mask the card again.")
            {
                FilePath = proof.Path,
            };
        }
        catch (ClovaOcrException exception)
        {
            throw exception.ForFile(proof.Path);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The other cards go on, even if this one asks for more memory than there is.
            throw ClovaOcrException.Unforeseen(exception).ForFile(proof.Path);
        }
    }

    private static ReviewPicture Make(
        SourceFile copy, ImageHeader header, IReadOnlyList<CardRegion> regions, Polygon[] hidden, CancellationToken cancellation)
    {
        var part = PictureFrame.PartOf(regions, header.Width, header.Height);
        var scaler = new ColorScaler(part, LongestSide);
        ColorRows.Read(copy.Bytes, copy.Format, row =>
        {
            cancellation.ThrowIfCancellationRequested();
            scaler.Add(row);
        });
        var frame = PictureFrame.Of(part, scaler.Width, scaler.Height, header.Orientation);
        if (!hidden.All(area => CoverCheck.IsCovered(area, part, scaler))) throw NotMasked("shows something where the number stands");

        CodeCover.Cover(scaler.Pixels, scaler.Width, scaler.Height);
        var upright = new byte[scaler.Pixels.Length];
        header.Orientation.CopyUpright(scaler.Pixels, upright, scaler.Width, scaler.Height, ColorRows.PixelBytes);
        return new(PageJpeg.Write(upright, frame.Width, frame.Height), frame);
    }

    /// <summary>Where the numbers stand, by all that was read of the picture.</summary>
    private static Polygon[] HiddenPlaces(IReadOnlyList<IReadOnlyList<CardRegion>> readings)
    {
        // What many corners take in time goes with the pixels.
        if (readings.Any(regions => regions.Any(region => region.Area.Vertices.Count > MostCorners)))
            throw NotMasked("belongs to a card with an area that no print has");
        var hidden = readings.SelectMany(regions => MaskPlan.Create(regions, MaskDigits.Last6, [], []).Areas.Select(area => area.Area));
        return hidden.Distinct().ToArray() is { Length: > 0 } areas
            ? areas
            : throw NotMasked("belongs to a card of which it is not known where its number stands");
    }

    private static ClovaOcrException NotMasked(string found) => new(
        ClovaOcrErrorKind.MaskNotProved, $"The masked copy {found}, so it is not shown. Mask the card again with ConvertTo-MaskedImage.");
}
