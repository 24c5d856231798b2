namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// How much work one reading of a PDF may take, all of its parts together. What describes the page of a scan takes some thousand values
/// and some kilobytes, but a few bytes that are mentioned over and over can ask for any amount. The picture's own data do not count: their
/// bound is the picture's size.
/// </summary>
internal sealed class PdfWork
{
    /// <summary>Bytes that go into and out of filters or are read over, each value and each look at one counted as some.</summary>
    public const int Most = 32 << 20;

    private const int BytesOfStep = 64;

    /// <summary>What was done until now, in bytes.</summary>
    public long Done { get; private set; }

    /// <summary>Counts a value that is read or looked at.</summary>
    public void Step() => Take(BytesOfStep);

    /// <summary>Counts bytes before they are worked on.</summary>
    /// <exception cref="ClovaOcrException">The file asks for more than any scan.</exception>
    public void Take(long bytes)
    {
        Done += bytes;
        if (Done > Most) throw Refusal.Damaged("it takes more work to read than the one page of a scan needs");
    }
}
