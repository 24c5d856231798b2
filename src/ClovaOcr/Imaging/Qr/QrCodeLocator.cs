using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// Finds where a picture's QR codes lie, without reading them: by the finder patterns in three of a code's corners, and, where a picture
/// is too poor for those, by the texture of the modules.
/// </summary>
internal static class QrCodeLocator
{
    /// <summary>The most samples of a side that a picture should be scaled down to: a card on an A4 page at 600 dpi keeps three a module.</summary>
    public const int LargestSide = 2400;

    /// <summary>Looks at a picture at its own scale and at smaller ones.</summary>
    public static QrSearch Search(GrayPicture picture)
    {
        var finders = new List<FinderPattern>();
        var areas = new List<TextureArea>();
        var levels = new List<Luminance>();
        for (var level = picture; ; level = Halved(level))
        {
            var luminance = new Luminance(level);
            var texture = new TextureMap(luminance);
            var found = new FinderScan(luminance, level.Scale == picture.Scale ? 1.1 : 2.2).Search(texture);
            finders.AddRange(found.Select(finder => finder.ScaledBy(level.Scale)).Where(finder => !finders.Any(finder.IsAt)));
            areas.AddRange(texture.Areas());
            levels.Add(luminance);
            if (Math.Max(level.Width, level.Height) < 100) break;
        }

        var codes = new List<Polygon>();
        while (Best(finders) is { } triple)
        {
            codes.Add(new(triple.Outline(4, 2 * picture.Scale)));
            finders.RemoveAll(triple.Uses);
        }

        var isDoubtful = false;
        foreach (var area in areas)
        {
            var scale = area.Level.Picture.Scale;
            var middle = new PixelPoint((area.Left + area.Right + 1) * 4 * scale, (area.Top + area.Bottom + 1) * 4 * scale);
            if (codes.Any(code => Holds(code, middle))) continue;
            if (TextureOutline.Around(area) is { } outline) codes.Add(new Polygon(outline.Corners()).Select(corner => new((corner.X + 0.5) * scale, (corner.Y + 0.5) * scale)));
            else isDoubtful = true;
        }

        return new(codes, isDoubtful || finders.Any(finder => finder.Score >= 15 && !codes.Any(code => Holds(code, finder.Center))));
    }

    private static bool Holds(Polygon code, PixelPoint point)
    {
        var (left, right) = (0, 0);
        for (var i = 0; i < code.Vertices.Count; i++)
        {
            var (a, b) = (code.Vertices[i], code.Vertices[(i + 1) % code.Vertices.Count]);
            var turn = ((b.X - a.X) * (point.Y - a.Y)) - ((b.Y - a.Y) * (point.X - a.X));
            if (turn > 0) left++;
            else right++;
        }

        return left == 0 || right == 0;
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
