using System;

namespace ClovaOcr.Imaging.Png;

/// <summary>Compares a masked PNG with its source, row by row and pixel by pixel, both as <see cref="PngRows"/> decodes them.</summary>
internal sealed class PngComparison
{
    private const int PaletteType = 3;

    private readonly PngRows _before;
    private readonly PngRows _after;
    private readonly PngColors _colorsBefore;
    private readonly PngColors _colorsAfter;
    private readonly CoveredRows _covered;
    private PngColors.Color? _fill;
    private long _pixels;

    private PngComparison(PngRows before, PngRows after, CoveredRows covered)
    {
        (_before, _after, _covered) = (before, after, covered);
        (_colorsBefore, _colorsAfter) = (new(before.Outline), new(after.Outline));
    }

    public static void Check(byte[] source, MaskedPicture masked, CoveredRows covered)
    {
        using var before = new PngRows(source);
        using var after = new PngRows(masked.Bytes);
        var (from, to) = (before.Outline, after.Outline);
        if ((to.Width, to.Height) != (masked.Width, masked.Height) || (from.Width, from.Height) != (to.Width, to.Height))
            throw Refusal.NotProved("it has another size than its source");
        if (from.ColorType != to.ColorType || (from.BitDepth != to.BitDepth && from.ColorType != PaletteType))
            throw Refusal.NotProved("its colours are coded in another way than its source's");

        new PngComparison(before, after, covered).Compare();
    }

    private void Compare()
    {
        while (_after.Next())
        {
            if (!_before.Next() || _before.Place != _after.Place)
                throw Refusal.NotProved("its pixels are stored in another order than its source's");
            CompareRow();
            _pixels += _after.Place.Count;
        }

        if (_pixels != (long)_after.Outline.Width * _after.Outline.Height) throw Refusal.NotProved("not all of its pixels were seen");
        if (_fill is { } found && !_colorsAfter.IsFill(found)) throw Refusal.NotProved("a covered pixel is not black");
    }

    private void CompareRow()
    {
        var before = _before.Samples;
        var after = _after.Samples;
        var place = _after.Place;
        foreach (var (firstX, endX) in _covered.Outside(place.Y, _after.Outline.Width))
        {
            var (first, end) = place.Between(firstX, endX);
            if (!IsSame(before, after, first, end)) throw Refusal.NotProved("a pixel outside the mask is not the source's");
        }

        foreach (var (firstX, endX) in _covered.Of(place.Y))
        {
            var (first, end) = place.Between(firstX, endX);
            for (var i = first; i < end; i++)
            {
                var color = _colorsAfter.At(after, i);
                if (color != (_fill ??= color)) throw Refusal.NotProved("two covered pixels have different colours");
            }
        }
    }

    private bool IsSame(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int first, int end)
    {
        if (_colorsBefore.IsLike(_colorsAfter))
        {
            var (start, length) = (first * _after.Outline.PixelBytes, (end - first) * _after.Outline.PixelBytes);
            return before.Slice(start, length).SequenceEqual(after.Slice(start, length));
        }

        for (var i = first; i < end; i++)
            if (_colorsBefore.At(before, i) != _colorsAfter.At(after, i)) return false;
        return true;
    }
}
