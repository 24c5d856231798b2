using System.Linq;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>What the one scan of a masked JPEG says.</summary>
internal sealed class MaskedScan
{
    /// <param name="source">The source; all its components must have had a scan.</param>
    /// <param name="restartInterval">MCUs between restart markers; 0 for none.</param>
    public MaskedScan(JpegFile source, int restartInterval)
    {
        var frame = source.Frame;
        var fill = new JpegFill(source);
        Components = [.. Enumerable.Range(0, frame.Components.Count).Select(i => new MaskedComponent(Symbols, frame, i, fill.DcOf(i)))];

        // A larger interval marks nothing, so that its number would only be a place for other things.
        RestartInterval = restartInterval < (long)frame.McusAcross * frame.McusDown ? restartInterval : 0;
    }

    public SymbolStream Symbols { get; } = new();

    public MaskedComponent[] Components { get; }

    public int RestartInterval { get; }

    public void AddRestart()
    {
        Symbols.AddRestart();
        foreach (var component in Components) component.Restart();
    }
}
