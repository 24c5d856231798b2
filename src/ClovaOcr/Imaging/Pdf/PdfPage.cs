using System;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>The one page of a document (ISO 32000-1, 7.7.3), with what it inherits.</summary>
internal sealed class PdfPage
{
    private const int MaximumDepth = 16;
    private const int MaximumNodes = 1000;
    private const double SmallestSide = 3;

    private PdfPage(PdfDictionary dictionary, PdfDictionary resources, PdfBox media, PdfBox? crop, int turn, double unit) =>
        (Dictionary, Resources, Media, Crop, Turn, Unit) = (dictionary, resources, media, crop, turn, unit);

    /// <summary>The longest side of a page in points: 200 inches, as in PDF 1.7, annex C.</summary>
    public const int LargestSide = 14400;

    public PdfDictionary Dictionary { get; }

    public PdfDictionary Resources { get; }

    /// <summary>All of the page, in its own coordinates.</summary>
    public PdfBox Media { get; }

    /// <summary>What of the page is shown, as it says; null if it says nothing.</summary>
    public PdfBox? Crop { get; }

    /// <summary>The part that is shown.</summary>
    public PdfBox Visible => Crop is { } crop ? crop.Intersect(Media) : Media;

    /// <summary>Degrees by which the page is turned clockwise to be shown: 0, 90, 180 or 270.</summary>
    public int Turn { get; }

    /// <summary>Points of a unit of the page's coordinates.</summary>
    public double Unit { get; }

    /// <exception cref="ClovaOcrException">Damaged, not exactly one page, or one with things on it that are no page content.</exception>
    public static PdfPage Find(PdfFile file, PdfDictionary catalog)
    {
        if (file.Find<PdfDictionary>(catalog, "Pages") is not { } root) throw Refusal.Damaged("its pages are missing");
        var walk = new Walk(file);
        walk.Visit(root, PdfDictionary.Empty, depth: 0);
        return walk.Page ?? throw Refusal.UnmaskablePdf("This PDF has no page.");
    }

    private static PdfPage Read(PdfFile file, PdfDictionary page, PdfDictionary inherited)
    {
        if (file.Find<object[]>(page, "Annots") is { Length: > 0 })
            throw Refusal.UnmaskablePdf("This PDF has notes, form fields or other things that lie on its page.");
        if (file.FindList(inherited, "MediaBox", 4) is not { } numbers) throw Refusal.Damaged("its page has no size");
        PdfBox? crop = file.FindList(inherited, "CropBox", 4) is { } cut ? PdfBox.Of(cut) : null;
        var turn = file.FindNumber(inherited, "Rotate") ?? 0;
        if (turn % 90 != 0 || Math.Abs(turn) > 36000) throw Refusal.Damaged("its page is turned by a part of a quarter");
        var unit = file.FindNumber(page, "UserUnit") ?? 1;
        if (unit is not (> 0 and <= 75000)) throw Refusal.Damaged("its page has no size");
        var resources = file.Find<PdfDictionary>(inherited, "Resources") ?? PdfDictionary.Empty;
        PdfResources.EnsureUsualColors(file, resources);
        var found = new PdfPage(page, resources, PdfBox.Of(numbers), crop, (((int)turn % 360) + 360) % 360, unit);
        return IsSide(found.Visible.Width * unit) && IsSide(found.Visible.Height * unit)
            ? found
            : throw Refusal.Damaged("its page has no size that a page can have");
    }

    private static bool IsSide(double points) => points is >= SmallestSide and <= LargestSide;

    /// <summary>Goes through the tree of pages.</summary>
    private sealed class Walk(PdfFile file)
    {
        private static readonly string[] Inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"];

        private int _nodes;

        public PdfPage? Page { get; private set; }

        public void Visit(PdfDictionary node, PdfDictionary above, int depth)
        {
            if (depth > MaximumDepth || ++_nodes > MaximumNodes) throw Refusal.Damaged("its tree of pages has no end");
            var inherited = new PdfDictionary();
            foreach (var key in Inheritable) inherited.Add(key, node[key] ?? above[key]);
            if (file.Find<object[]>(node, "Kids") is { } kids)
            {
                foreach (var kid in kids)
                    Visit(file.Resolve(kid) as PdfDictionary ?? throw Refusal.Damaged("a page is missing"), inherited, depth + 1);
                return;
            }

            if (file.Find<PdfName>(node, "Type") is not { Value: "Page" }) throw Refusal.Damaged("its tree of pages is not valid");
            if (Page is not null) throw Refusal.UnmaskablePdf("This PDF has several pages.");
            Page = Read(file, node, inherited);
        }
    }
}
