using System.Collections.Generic;

namespace ClovaOcr.Emulator.Reading.Print;

internal static class CardFinder
{
    public static IReadOnlyList<Quad> Find(Picture picture) => [new(new(0, 0), new(picture.Width, 0), new(picture.Width, picture.Height), new(0, picture.Height))];
}
