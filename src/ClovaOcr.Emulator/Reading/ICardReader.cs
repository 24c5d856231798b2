using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading;

/// <summary>What stands between the HTTP face and the pictures: finds a card, or does not.</summary>
internal interface ICardReader
{
    /// <summary>Reads a picture as its pixels are stored.</summary>
    /// <returns>Null when there is no card in it that this reader is sure of.</returns>
    /// <exception cref="CardReaderException">The reader failed, whatever is in the picture.</exception>
    Task<CardFace?> ReadAsync(Picture picture, CancellationToken cancellation);
}
