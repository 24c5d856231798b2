using System;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

/// <summary>The JPEGs of data/jpeg: kinds by other programs' encoders, two files each that differ within one rectangle.</summary>
internal static class JpegCorpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Imaging", "data", "jpeg");

    /// <summary>The rectangle.</summary>
    public static Polygon[] Secret { get; } = [Polygon.Rectangle(29, 21, 52, 30)];

    public static string[] Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.a.jpg").Select(file => Path.GetFileName(file)[..^".a.jpg".Length]).Order(StringComparer.Ordinal)];

    /// <summary>The names as a theory's data.</summary>
    public static TheoryData<string> Kinds => [.. Names];

    public static byte[] Read(string kind, char side = 'a') => File.ReadAllBytes(Path.Combine(Folder, $"{kind}.{side}.jpg"));

    public static byte[] ReadRefused(string kind) => File.ReadAllBytes(Path.Combine(Folder, $"refused-{kind}.jpg"));
}
