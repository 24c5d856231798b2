using System;
using SkiaSharp;

namespace Margin;

/// <summary>What happened to a picture between the print and the file that is masked.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Name">In words.</param>
/// <param name="Scale">How large the card was drawn, as a multiple of its final width.</param>
/// <param name="Change">Makes the picture of the final size; takes it, and that size.</param>
internal sealed record History(string Group, string Name, double Scale, Func<SKBitmap, SKSizeI, SKBitmap> Change);
