using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>
/// Finds where a picture's QR codes lie, without reading them: by the finder patterns in three of a code's corners, and, where a picture
/// is too poor for those, by the texture of the modules. What only one of them sees, and not clearly, is doubtful.
/// </summary>
internal static class QrCodeLocator
{
    /// <summary>
    /// The most samples of a side that a picture should be scaled down to: a card on an A4 page at 600 dpi keeps three a module.
    /// </summary>
    public const int LargestSide = 2400;

    // Below it no code has room.
    private const int SmallestSide = 50;

    private const int QuietZone = 4;

    // A module in samples; smaller ones are looked for where the picture has all its samples, as they may be readable all the same.
    private const double SmallestModule = 1.5;
    private const double SmallestModuleOfAll = 1.1;

    /// <summary>Looks at a picture at its own scale and at smaller ones, down to the size of a single code.</summary>
    public static QrSearch Search(GrayPicture picture)
    {
        var finders = new List<FinderPattern>();
        var textures = new List<TextureMap>();
        for (var level = picture; ; level = SmallerPicture.HalfOf(level))
        {
            var luminance = new Luminance(level);
            var texture = new TextureMap(luminance);
            var scan = new FinderScan(luminance, ReferenceEquals(level, picture) ? SmallestModuleOfAll : SmallestModule);
            var found = scan.Search(texture).Select(finder => finder.ScaledBy(level.Scale));
            finders.AddRange(found.Where(finder => !finders.Any(finder.IsAt)).ToArray());
            textures.Add(texture);
            if (Math.Max(level.Width, level.Height) < 2 * SmallestSide) break;
        }

        if (finders.Count > FinderScan.MostPatterns) return new([], true);
        var areas = textures.SelectMany(texture => texture.Areas(finders)).ToArray();
        var codes = ByFinders(finders, textures, picture.Scale);
        return ByTexture(codes, finders, textures, areas);
    }

    private static List<Polygon> ByFinders(List<FinderPattern> finders, List<TextureMap> textures, int scale)
    {
        // A small code consists of finder patterns for the most part, and has less texture than a large one.
        static double LeastTexture(FinderTriple triple) => triple.Modules < 24 ? 0.15 : 0.4;

        var codes = new List<Polygon>();
        var triples = FinderTriple.AllOf(finders).OrderBy(triple => triple.Error);
        foreach (var triple in triples)
        {
            var isFree = !codes.Any(code => triple.Patterns.Any(pattern => code.Holds(pattern.Center)));
            if (!isFree) continue;
            var modules = triple.Outline(0, 0);
            if (textures.Any(texture => texture.BusyPart(modules) > LeastTexture(triple))) codes.Add(triple.Outline(QuietZone, 2 * scale));
        }

        return codes;
    }

    private static QrSearch ByTexture(List<Polygon> codes, List<FinderPattern> finders, List<TextureMap> textures, TextureArea[] areas)
    {
        // The same code is an area at several scales; at the coarser ones it may have grown together with what is beside it.
        var unclear = new List<TextureArea>();
        foreach (var area in areas.Where(area => !codes.Any(code => AreOne(code, area.Bounds))))
        {
            if (TextureOutline.Around(area) is { } outline) codes.Add(outline);
            else unclear.Add(area);
        }

        var isDoubtful = unclear.Any(area => !codes.Any(code => AreOne(code, area.Bounds)))
            || finders.Any(finder => finder.IsClear && !codes.Any(code => code.Holds(finder.Center)) && HasTexture(finder));
        return new(codes, isDoubtful);

        // A pattern in a corner has modules beside it, in a quarter of its surroundings.
        bool HasTexture(FinderPattern finder) => textures.Any(texture => texture.BusyPart(finder.Surroundings) > 0.2);
    }

    private static bool AreOne(Polygon code, Polygon area) => code.Holds(area.Middle) || area.Holds(code.Middle);
}
