namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// The named places of a document (ISO 32000-1, 7.9.6 and 12.3.2.3). A copy has none, but the reader that proves it goes through the
/// source's, and would never come back from a circle.
/// </summary>
internal sealed class PdfNameTree
{
    private const int MaximumDepth = 16;
    private const int MaximumNodes = 10_000;

    private readonly PdfFile _file;
    private int _nodes;

    private PdfNameTree(PdfFile file) => _file = file;

    /// <exception cref="ClovaOcrException">The tree has no end.</exception>
    public static void EnsureFinite(PdfFile file, PdfDictionary catalog)
    {
        if (file.Find<PdfDictionary>(catalog, "Names") is { } names && file.Find<PdfDictionary>(names, "Dests") is { } root)
            new PdfNameTree(file).Visit(root, depth: 0);
    }

    private void Visit(PdfDictionary node, int depth)
    {
        if (depth > MaximumDepth || ++_nodes > MaximumNodes) throw Refusal.Damaged("its tree of named places has no end");
        foreach (var kid in _file.Find<object[]>(node, "Kids") ?? [])
            if (_file.Resolve(kid) is PdfDictionary next) Visit(next, depth + 1);
    }
}
