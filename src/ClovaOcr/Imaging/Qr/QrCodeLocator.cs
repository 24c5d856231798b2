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
    [ThreadStatic] public static List<(object,int)>? Trace;//TRACE
    public static double Least = 0.3;//TRACE

    /// <summary>Looks at a picture at its own scale and at smaller ones.</summary>
    public static QrSearch Search(GrayPicture picture)
    {
        var finders = new List<FinderPattern>();
        var areas = new List<TextureArea>();
        var textures = new List<TextureMap>();
        for (var level = picture; ; level = Halved(level))
        {
            var luminance = new Luminance(level);
            var texture = new TextureMap(luminance);
            var found = new FinderScan(luminance, level.Scale == picture.Scale ? 1.1 : 2.2).Search(texture);
            finders.AddRange(found.Select(finder => finder.ScaledBy(level.Scale)).Where(finder => !finders.Any(finder.IsAt)));
            areas.AddRange(texture.Areas());
            textures.Add(texture);
            if (Math.Max(level.Width, level.Height) < 100) break;
        }

        Trace?.AddRange(finders.Select(f=>((object)f,0)));Trace?.AddRange(areas.Select(f=>((object)f,0)));//TRACE
        var codes = new List<Polygon>();
        while (Best(finders, textures) is { } triple)
        {
            codes.Add(new(triple.Outline(4, 2 * picture.Scale)));
            finders.RemoveAll(finder => triple.Uses(finder) || codes[^1].Holds(finder.Center));
        }

        var unclear = new List<TextureArea>();
        foreach (var area in areas.Where(area => !codes.Any(code => Overlap(code, area.Bounds))))
        {
            if (TextureOutline.Around(area) is { } outline) codes.Add(outline.Grown(area));
            else unclear.Add(area);
        }

        var isDoubtful = unclear.Any(area => !codes.Any(code => Overlap(code, area.Bounds)))
            || finders.Any(finder => !codes.Any(code => code.Holds(finder.Center)) && textures.Any(texture => texture.BusyPart(finder.Surroundings) > 0.1));
        return new(codes, isDoubtful);
    }

    private static bool Overlap(Polygon code, Polygon area) => code.Holds(area.Middle) || area.Holds(code.Middle);

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

    private static FinderTriple? Best(List<FinderPattern> finders, List<TextureMap> textures)
    {
        FinderTriple? best = null;
        foreach (var corner in finders)
        {
            for (var i = 0; i < finders.Count; i++)
            {
                for (var j = i + 1; j < finders.Count; j++)
                {
                    if (ReferenceEquals(corner, finders[i]) || ReferenceEquals(corner, finders[j])) continue;
                    if (FinderTriple.Of(corner, finders[i], finders[j]) is { } triple && (best is null || triple.Error < best.Error) && textures.Max(texture => texture.BusyPart(new(triple.Outline(0, 0)))) > Least) best = triple;
                }
            }
        }

        return best;
    }
}
