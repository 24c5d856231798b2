using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>Finds where a picture's QR codes lie, without reading them.</summary>
internal static class QrCodeLocator
{
    /// <summary>The most samples of a side that a picture should be scaled down to: a card on an A4 page at 600 dpi keeps three a module.</summary>
    public const int LargestSide = 2400;

    public static QrSearch Search(GrayPicture picture)
    {
        var finders = new List<FinderPattern>();
        var levels = Levels(picture);
        foreach (var level in levels)
        {
            var factor = level.Scale / picture.Scale;
            foreach (var finder in new FinderScan(new Luminance(level), factor == 1 ? 1.1 : 2.2).Search().Select(finder => finder.ScaledBy(factor)))
                if (!finders.Any(known => known.Center.DistanceTo(finder.Center) < 2.5 * known.Module)) finders.Add(finder);
        }

        var codes = new List<Polygon>();
        while (Best(finders) is { } triple)
        {
            codes.Add(new(triple.Outline(4, 2)));
            finders.RemoveAll(triple.Uses);
        }

        return new([.. codes.Select(code => code.Select(corner => new((corner.X + 0.5) * picture.Scale, (corner.Y + 0.5) * picture.Scale)))], finders.Count > 0);
    }

    private static List<GrayPicture> Levels(GrayPicture picture)
    {
        var levels = new List<GrayPicture> { picture };
        while (Math.Max(levels[^1].Width, levels[^1].Height) >= 100) levels.Add(Halved(levels[^1]));
        return levels;
    }

    private static GrayPicture Halved(GrayPicture picture)
    {
        var half = new GrayPicture((picture.Width + 1) / 2, (picture.Height + 1) / 2, picture.Scale * 2, new byte[(picture.Width + 1) / 2 * ((picture.Height + 1) / 2)]);
        for (var y = 0; y < half.Height; y++)
        {
            var upper = picture.Row(2 * y);
            var lower = picture.Row(Math.Min((2 * y) + 1, picture.Height - 1));
            var row = half.Samples.AsSpan(y * half.Width, half.Width);
            var pairs = picture.Width / 2;
            for (var x = 0; x < pairs; x++) row[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) >> 2);
            if (pairs < half.Width) row[pairs] = (byte)((upper[^1] + lower[^1] + 1) >> 1);
        }

        return half;
    }

    private static FinderTriple? Best(List<FinderPattern> finders)
    {
        FinderTriple? best = null;
        foreach (var corner in finders)
        {
            for (var i = 0; i < finders.Count; i++)
            {
                for (var j = i + 1; j < finders.Count; j++)
                {
                    if (ReferenceEquals(corner, finders[i]) || ReferenceEquals(corner, finders[j])) continue;
                    if (FinderTriple.Of(corner, finders[i], finders[j]) is { } triple && (best is null || triple.Error < best.Error)) best = triple;
                }
            }
        }

        return best;
    }
}
