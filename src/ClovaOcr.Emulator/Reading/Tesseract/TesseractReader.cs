using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>Reads cards that it has never seen.</summary>
internal sealed class TesseractReader(TesseractPool pool) : ICardReader
{
    public async Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation)
    {
        await pool.ReadAsync([picture.Luminance], new TesseractSettings("eng", Segmentation: 11), cancellation);
        return null;
    }
}
