using System.Collections.Generic;
using ClovaOcr.Cards;

namespace ClovaOcr.Imaging.Qr;

/// <summary>What a search for QR codes found.</summary>
/// <param name="Codes">Convex areas of stored pixels, one for each code that was located surely: all modules, the quiet zone of four
/// modules, and a little more for what the picture leaves uncertain. They may reach past the picture's edges.</param>
/// <param name="IsDoubtful">Something else may be a code, or a part of one, and where all of it lies is not sure.</param>
internal sealed record QrSearch(IReadOnlyList<Polygon> Codes, bool IsDoubtful);
