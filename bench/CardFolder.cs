using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Quickstart;

namespace Bench;

/// <summary>
/// A temporary folder of small cards: one specimen with a number behind its end, so that each file is another picture to the journal and
/// the service while all cost the same.
/// </summary>
internal sealed class CardFolder : IDisposable
{
    private const string Specimen = "ac-10-etc-small-gray.jpg";

    private CardFolder(string path) => FullPath = path;

    /// <summary>The cards that a case reads before it is measured; those that are measured come behind them.</summary>
    public static CardRange WarmUp { get; } = new(0, 64);

    public string FullPath { get; }

    public static CardFolder Create(int count)
    {
        var folder = new CardFolder(Directory.CreateTempSubdirectory("clova-ocr-bench-").FullName);
        var picture = File.ReadAllBytes(Path.Combine(Checkout.Cards, Specimen));
        for (var i = 0; i < WarmUp.Count + count; i++)
            File.WriteAllBytes(PathOf(folder.FullPath, i), [.. picture, .. Encoding.ASCII.GetBytes($"{i:D8}")]);
        return folder;
    }

    /// <summary>The cards to measure with, from one of them on.</summary>
    public static CardRange Cards(int count, int from = 0) => new(WarmUp.Count + from, count);

    public static IEnumerable<string> Paths(string folder, CardRange range) =>
        Enumerable.Range(range.First, range.Count).Select(number => PathOf(folder, number));

    /// <summary>A path in the folder for something else than a card.</summary>
    public string Beside(string name) => Path.Combine(FullPath, name);

    public void Dispose()
    {
        if (Directory.Exists(FullPath)) Directory.Delete(FullPath, recursive: true);
    }

    private static string PathOf(string folder, int number) => Path.Combine(folder, $"{number:D8}.jpg");
}

/// <summary>Some of the folder's cards.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Count">How many.</param>
internal sealed record CardRange(int First, int Count);
