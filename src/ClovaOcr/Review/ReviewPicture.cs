using System;
using System.Collections.Generic;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;
using ClovaOcr.Review.Pictures;

namespace ClovaOcr.Review;

/// <summary>
/// What the page shows of a masked copy: the card cut out, upright, as a smaller JPEG. It is made only of a file that is still the one that
/// was proved, and only if the number's place is one colour in it.
/// </summary>
/// <param name="Jpeg">The whole file.</param>
/// <param name="Frame">Where the copy's pixels are in it.</param>
internal sealed record ReviewPicture(byte[] Jpeg, PictureFrame Frame)
{
    // The smallest print of a card is still read at this width.
    private const int LongestSide = 900;

    /// <summary>Reads a masked copy again.</summary>
    /// <exception cref="ClovaOcrException">It is not the one that was proved, cannot be read, or does not hide the number.</exception>
    public static ReviewPicture Make(ReviewProof proof, IReadOnlyList<CardRegion> regions)
    {
        try
        {
            if (proof.Hash == proof.SourceHash) throw NotMasked("is the picture itself");
            var copy = SourceFile.ReadAgain(proof.Path, proof.Hash);
            var header = ImageHeader.Read(copy.Bytes) ?? throw Refusal.NotAPicture();
            ImageHeader.EnsureDecodable(header.Width, header.Height);
            return Make(copy, header, regions);
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
        catch (Exception exception)
        {
            // The other cards go on, even if this one asks for more memory than there is.
            throw ClovaOcrException.Unforeseen(exception).ForFile(proof.Path);
        }
    }

    private static ReviewPicture Make(SourceFile copy, ImageHeader header, IReadOnlyList<CardRegion> regions)
    {
        var hidden = MaskPlan.Create(regions, MaskDigits.Last6, [], []).Areas;
        if (hidden.Count == 0) throw NotMasked("belongs to a card of which it is not known where its number stands");

        var part = PictureFrame.PartOf(regions, header.Width, header.Height);
        var scaler = new ColorScaler(part, LongestSide);
        ColorRows.Read(copy.Bytes, copy.Format, scaler.Add);
        var frame = PictureFrame.Of(part, scaler.Width, scaler.Height, header.Orientation);
        foreach (var area in hidden)
            if (!CoverCheck.IsOneColor(area.Area, part, scaler)) throw NotMasked("shows something where the number stands");

        var upright = new byte[scaler.Pixels.Length];
        header.Orientation.CopyUpright(scaler.Pixels, upright, scaler.Width, scaler.Height, ColorRows.PixelBytes);
        return new(PageJpeg.Write(upright, frame.Width, frame.Height), frame);
    }

    private static ClovaOcrException NotMasked(string found) => new(
        ClovaOcrErrorKind.MaskNotProved, $"The masked copy {found}, so it is not shown. Mask the card again with ConvertTo-MaskedImage.");
}
