using System;

namespace ClovaOcr.Imaging.Qr;

/// <summary>Makes pictures smaller, so that what is large can be found by what looks for small things.</summary>
internal static class SmallerPicture
{
    /// <summary>The picture with half as many samples a side; each is the mean of a square of four.</summary>
    public static GrayPicture HalfOf(GrayPicture picture)
    {
        var (width, height) = ((picture.Width + 1) / 2, (picture.Height + 1) / 2);
        var half = new GrayPicture(width, height, picture.Scale * 2, new byte[width * height]);
        for (var y = 0; y < height; y++)
        {
            var upper = picture.Row(2 * y);
            var lower = picture.Row(Math.Min((2 * y) + 1, picture.Height - 1));
            var row = half.Samples.AsSpan(y * width, width);
            var pairs = picture.Width / 2;
            for (var x = 0; x < pairs; x++)
                row[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
            if (pairs < width) row[pairs] = (byte)((upper[upper.Length - 1] + lower[lower.Length - 1] + 1) >> 1);
        }

        return half;
    }
}
