using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SkiaSharp;

namespace Specimens;

/// <summary>A family of letters in the weights that the cards use, from the npm packages that <c>fonts/package.json</c> pins.</summary>
internal sealed class Typefaces : IDisposable
{
    /// <summary>What the shipped specimens are set in.</summary>
    public const string Standard = "Noto Sans KR";

    // What a text page can be set in, and no card is.
    private const string Serif = "Nanum Myeongjo";

    // A family that lacks a weight uses its next one.
    private static readonly Dictionary<string, Family> Families = new()
    {
        [Standard] = new("noto-sans-kr", "{0}/NotoSansKR_{0}.ttf", "400Regular", "500Medium", "700Bold"),
        ["Nanum Gothic"] = new("nanum-gothic", "{0}/NanumGothic_{0}.ttf", "400Regular", "700Bold", "800ExtraBold"),
        ["Gothic A1"] = new("gothic-a1", "{0}/GothicA1_{0}.ttf", "400Regular", "500Medium", "700Bold"),
        ["IBM Plex Sans KR"] = new("ibm-plex-sans-kr", "IBMPlexSansKR_{0}.ttf", "400Regular", "500Medium", "700Bold"),
        ["Gowun Dodum"] = new("gowun-dodum", "{0}/GowunDodum_{0}.ttf", "400Regular", "400Regular", "400Regular"),
        [Serif] = new("nanum-myeongjo", "{0}/NanumMyeongjo_{0}.ttf", "400Regular", "400Regular", "700Bold"),
    };

    private Typefaces(SKTypeface regular, SKTypeface medium, SKTypeface bold) => (Regular, Medium, Bold) = (regular, medium, bold);

    public static IReadOnlyList<string> All { get; } = [.. Families.Keys];

    /// <summary>The families that cards are set in.</summary>
    public static IReadOnlyList<string> OfCards { get; } = [.. Families.Keys.Where(name => name != Serif)];

    public SKTypeface Regular { get; }

    public SKTypeface Medium { get; }

    public SKTypeface Bold { get; }

    public static Typefaces Load(string fontFolder, string name = Standard)
    {
        var family = Families[name];
        return new(Open(family.Regular), Open(family.Medium), Open(family.Bold));

        SKTypeface Open(string weight) => Typefaces.Open(fontFolder, family, weight);
    }

    public void Dispose()
    {
        Regular.Dispose();
        Medium.Dispose();
        Bold.Dispose();
    }

    private static SKTypeface Open(string fontFolder, Family family, string weight)
    {
        var path = Path.Combine(fontFolder, "node_modules", "@expo-google-fonts", family.Package, family.File.Replace("{0}", weight));
        return SKTypeface.FromFile(path) ?? throw new SpecimenException($"""
            The font {Path.GetFileName(path)} is not there. Install the fonts, then try again:

                npm install --prefix tools/Specimens/fonts

            """);
    }

    /// <param name="Package">The npm package.</param>
    /// <param name="File">A font's path in it; {0} stands for the weight.</param>
    /// <param name="Regular">The package's name for the weight.</param>
    /// <param name="Medium">Likewise.</param>
    /// <param name="Bold">Likewise.</param>
    private sealed record Family(string Package, string File, string Regular, string Medium, string Bold);
}
