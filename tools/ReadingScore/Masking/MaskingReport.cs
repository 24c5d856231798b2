using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ReadingScore.Masking;

/// <summary>Checks every masked copy against the drawn truth and prints what came out.</summary>
/// <param name="run">What the module did.</param>
/// <param name="cards">The truth.</param>
/// <param name="digitFolder">The maps of the numbers' ink.</param>
/// <param name="screen">Where to print.</param>
internal sealed class MaskingReport(MaskingRun run, IReadOnlyList<PrintedCard> cards, string digitFolder, TextWriter screen)
{
    private readonly Dictionary<string, PrintedCard> _cards = cards.ToDictionary(card => Path.GetFullPath(card.Path));

    /// <summary>Prints it.</summary>
    /// <returns>Whether everything that was to be hidden is hidden in every copy.</returns>
    public bool Write()
    {
        var seen = run.Copies.Select(Check).ToArray();
        var table = new MarkdownTable("pictures", $"{_cards.Count}");
        foreach (var (status, count) in run.Statuses) table.Add($"read: {status}", $"{count}");
        foreach (var error in run.Errors.GroupBy(error => error.Id).OrderBy(error => error.Key)) table.Add($"error: {error.Key}", $"{error.Count()}");
        table.Add("masked copies", $"{run.Copies.Count}");
        foreach (var finding in run.Copies.GroupBy(copy => copy.QrCode).OrderBy(finding => finding.Key)) table.Add($"of them with QrCode {finding.Key}", $"{finding.Count()}");
        table.Add("in which hidden digits can be seen", $"{seen.Count(copy => copy.Digits > 0)}");
        table.Add("in which a further number can be seen", $"{seen.Count(copy => copy.Others > 0)}");
        table.Add("in which a QR code can be seen", $"{seen.Count(copy => copy.Code > 0)}");
        table.Write(screen);
        foreach (var (id, picture) in run.Errors) screen.WriteLine($"{picture}: {id}");
        foreach (var (copy, digits, others, code) in seen.Where(copy => copy.Digits + copy.Others + copy.Code > 0))
            screen.WriteLine($"{copy}: not black are {digits} pixels of hidden digits, {others} of further numbers, {code:0 %} of the QR code");
        return seen.All(copy => copy.Digits + copy.Others + copy.Code == 0);
    }

    private (string Copy, int Digits, int Others, double Code) Check(WrittenCopy copy)
    {
        using var pixels = CopyPixels.Load(copy.Copy);
        var ink = HiddenInk.Load(Path.Combine(digitFolder, Path.ChangeExtension(Path.GetFileName(copy.Source), ".png")));
        var code = _cards[copy.Source].QrCode?.Inner(0.01).ToArray() ?? [];
        return (copy.Copy, ink.LeftIn(pixels), ink.OthersLeftIn(pixels), code.Length == 0 ? 0 : code.Average(place => pixels.IsBlack((int)place.X, (int)place.Y) ? 0 : 1));
    }
}
