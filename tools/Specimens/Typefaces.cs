using System;
using System.IO;
using SkiaSharp;

namespace Specimens;

/// <summary>Noto Sans KR in the weights that the cards use, read from the npm package that <c>fonts/package.json</c> pins.</summary>
internal sealed class Typefaces : IDisposable
{
    private Typefaces(SKTypeface regular, SKTypeface medium, SKTypeface bold) => (Regular, Medium, Bold) = (regular, medium, bold);

    public SKTypeface Regular { get; }

    public SKTypeface Medium { get; }

    public SKTypeface Bold { get; }

    public static Typefaces Load(string fontFolder)
    {
        var package = Path.Combine(fontFolder, "node_modules", "@expo-google-fonts", "noto-sans-kr");
        return new(
            Open(Path.Combine(package, "400Regular", "NotoSansKR_400Regular.ttf")),
            Open(Path.Combine(package, "500Medium", "NotoSansKR_500Medium.ttf")),
            Open(Path.Combine(package, "700Bold", "NotoSansKR_700Bold.ttf")));
    }

    public void Dispose()
    {
        Regular.Dispose();
        Medium.Dispose();
        Bold.Dispose();
    }

    private static SKTypeface Open(string path) => SKTypeface.FromFile(path) ?? throw new SpecimenException($"""
        The font {Path.GetFileName(path)} is not there. Install the fonts, then try again:

            npm install --prefix tools/Specimens/fonts

        """);
}
