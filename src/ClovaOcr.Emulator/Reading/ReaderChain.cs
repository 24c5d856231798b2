using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading;

/// <summary>Several readers: what one of them does not know goes to the next.</summary>
internal sealed class ReaderChain(params ICardReader[] readers) : ICardReader
{
    public async Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation)
    {
        foreach (var reader in readers)
        {
            if (await reader.ReadAsync(picture, cancellation) is { } face) return face;
        }

        return null;
    }
}
