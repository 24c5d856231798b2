using System;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>The one page of a document (ISO 32000-1, 7.7.3), with what it inherits.</summary>
internal sealed class PdfPage
{
    private const int MaximumDepth = 16;
    private const int MaximumNodes = 1000;
    private const double SmallestSide = 0.1;
    private const double LargestSide = 1e6;

    private PdfPage(PdfDictionary dictionary, PdfDictionary resources, PdfBox visible, int turn, double unit) =>
        (Dictionary, Resources, Visible, Turn, Unit) = (dictionary, resources, visible, turn, unit);

    public PdfDictionary Dictionary { get; }

    public PdfDictionary Resources { get; }

    /// <summary>The part that is shown, in the page's own coordinates.</summary>
    public PdfBox Visible { get; }

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
        if (file.Find<object[]>(inherited, "MediaBox") is not { } numbers) throw Refusal.Damaged("its page has no size");
        var media = PdfBox.Of(Array.ConvertAll(numbers, file.Resolve));
        var visible = file.Find<object[]>(inherited, "CropBox") is { } crop
            ? PdfBox.Of(Array.ConvertAll(crop, file.Resolve)).Intersect(media)
            : media;
        var isUsable = visible.Width is >= SmallestSide and <= LargestSide && visible.Height is >= SmallestSide and <= LargestSide;
        if (!isUsable) throw Refusal.Damaged("its page has no size");

        var turn = file.FindNumber(inherited, "Rotate") ?? 0;
        if (turn % 90 != 0 || Math.Abs(turn) > 36000) throw Refusal.Damaged("its page is turned by a part of a quarter");
        var unit = file.FindNumber(page, "UserUnit") ?? 1;
        if (unit is not (> 0 and <= 75000)) throw Refusal.Damaged("its page has no size");
        var resources = file.Find<PdfDictionary>(inherited, "Resources") ?? PdfDictionary.Empty;
        return new(page, resources, visible, (((int)turn % 360) + 360) % 360, unit);
    }

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
            if (file.Find<PdfDictionary>(node, "Resources") is { } resources) PdfResources.EnsureFew(file, resources);
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
