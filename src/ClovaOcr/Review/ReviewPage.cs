using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Imaging;
using ClovaOcr.Platform;

namespace ClovaOcr.Review;

/// <summary>
/// One self-contained page on which a person checks what was read against masked copies of the cards. It holds no identity number, shows
/// nothing but masked copies, loads nothing, and is for its owner alone on Linux and macOS; on Windows it has the rights of its folder.
/// </summary>
public sealed class ReviewPage
{
    // Pictures are decoded side by side, but not so many that their memory adds up.
    private static readonly int AtOnce = Math.Min(Environment.ProcessorCount, 4);

    // Of their files, which are in memory before it is known how many pixels they have.
    private const long BytesAtOnce = SourceFile.DefaultMaximumSize;

    private readonly List<ReviewEntry> _entries = [];
    private readonly Dictionary<string, ReviewProof> _proofs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = [];
    private readonly List<ClovaOcrException> _problems = [];
    private readonly DecodingGate _decoding = new();
    private readonly Disk _disk = Disk.Real;

    /// <summary>How many cards there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a card.</summary>
    public void Add(ReviewCard card)
    {
        _entries.Add(new ReviewEntry(card, _entries.Count));
        if (card.ImageHash is not null) _taken.Add(card.ImageHash);
    }

    /// <summary>Adds a masked copy, before or after its card. Of several of one picture, the last is shown.</summary>
    public void Add(ReviewProof proof)
    {
        _proofs[proof.SourceHash] = proof;
        _taken.Add(proof.Hash);
    }

    /// <summary>Says before cards are read, and paid for, what would be in the way of the page.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="overwrite">Whether a file may be overwritten.</param>
    /// <exception cref="ClovaOcrException">The page could not be written.</exception>
    public static void CheckDestination(string path, bool overwrite)
    {
        CheckFile(path, overwrite, []);
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !MaskDestination.Exists(folder)) folder = Path.GetDirectoryName(folder);
        try
        {
            if (folder is not null) new StagingFolder(Disk.Real, folder).Dispose();
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            throw MaskDestination.Unwritten(path, overwrite);
        }
    }

    /// <summary>Writes the page.</summary>
    /// <param name="path">Its file, in a folder that is made if it is not there.</param>
    /// <param name="overwrite">Whether a file may be overwritten; never a picture, be it a card's, a masked copy or another.</param>
    /// <param name="progress">Is told how many pictures are done, of how many.</param>
    /// <param name="cancellation">Ends the work; nothing is left behind.</param>
    /// <returns>The masked copies that could not be shown, which the page says too.</returns>
    /// <exception cref="ClovaOcrException">The page cannot be written.</exception>
    public IReadOnlyList<ClovaOcrException> Write(
        string path, bool overwrite, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        CheckFile(path, overwrite, _taken);
        _problems.Clear();
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            _disk.EnsureFolder(folder);
            StagingFolder.RemoveAbandoned(_disk, folder);
            using var staging = new StagingFolder(_disk, folder);
            using var shelf = new PictureShelf(_disk, staging);
            var entries = JoinErrors();
            AddPictures(entries, shelf, progress, cancellation);
            var id = PageWriter.IdOf(entries);
            var beside = staging.NextName();
            using (var file = _disk.CreateNew(beside))
            {
                new PageWriter(file).Write([.. entries.OrderBy(entry => entry.Doubt)], id, shelf, cancellation);
                _disk.Flush(file);
            }

            using var staged = new StagedCopy(_disk, staging, beside, path, overwrite);
            staged.MoveIntoPlace(_taken);
            return _problems;
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            throw MaskDestination.Unwritten(path, overwrite);
        }
    }

    private static void CheckFile(string path, bool overwrite, HashSet<string> taken)
    {
        MaskDestination.Check(path, overwrite, taken);
        if (SourceFile.IsPicture(path)) throw MaskDestination.IsPicture(path);
    }

    /// <summary>
    /// An error about the file of a card that was read, such as one that was not masked, is that card's; any other is a row of its own.
    /// </summary>
    private List<ReviewEntry> JoinErrors()
    {
        var cards = _entries
            .Where(entry => entry is { IsCard: true, Path: not null })
            .ToLookup(entry => entry.Path!, FileNameComparer.Instance);
        var entries = new List<ReviewEntry>();
        foreach (var entry in _entries)
        {
            if (entry.IsCard || entry.Path is null || !cards.Contains(entry.Path)) entries.Add(entry);
            else foreach (var card in cards[entry.Path]) card.AddDoubtOf(entry);
        }

        return entries;
    }

    private void AddPictures(List<ReviewEntry> entries, PictureShelf shelf, Action<int, int>? progress, CancellationToken cancellation)
    {
        var cards = entries.Where(entry => entry.ImageHash is not null).ToLookup(entry => entry.ImageHash!);
        var proofs = cards.Where(card => _proofs.ContainsKey(card.Key)).Select(card => _proofs[card.Key]).ToArray();
        for (var start = 0; start < proofs.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(start, proofs.Length);
            var some = TakeSome(proofs, start);
            var making = some.Select(proof => Task.Run(() => MakeAsync(proof, cards, cancellation), CancellationToken.None));
            var made = Task.WhenAll(making).GetAwaiter().GetResult();
            for (var i = 0; i < made.Length; i++) AddPicture(made[i], some[i], [.. cards[some[i].SourceHash]], shelf);
            start += some.Length;
        }

        progress?.Invoke(proofs.Length, proofs.Length);
    }

    /// <summary>The next copies to be made pictures of: as many as may be, but a large file alone.</summary>
    private static ReviewProof[] TakeSome(ReviewProof[] proofs, int start)
    {
        var (count, bytes) = (1, SizeOf(proofs[start]));
        while (count < AtOnce && start + count < proofs.Length && bytes < BytesAtOnce)
        {
            bytes += SizeOf(proofs[start + count]);
            if (bytes < BytesAtOnce) count++;
        }

        return proofs.AsSpan(start, count).ToArray();
    }

    private static long SizeOf(ReviewProof proof)
    {
        try
        {
            return new FileInfo(proof.Path).Length;
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            // What is wrong with it, its own reading says.
            return 0;
        }
    }

    private async Task<Made> MakeAsync(ReviewProof proof, ILookup<string, ReviewEntry> cards, CancellationToken cancellation)
    {
        try
        {
            // A copy that is the picture of another card shows that card's number, too.
            var readings = cards[proof.SourceHash].Concat(cards[proof.Hash]).Select(card => card.Regions);
            return new(await ReviewPicture.MakeAsync(proof, [.. readings], _decoding, cancellation).ConfigureAwait(false), null);
        }
        catch (ClovaOcrException exception)
        {
            return new(null, exception);
        }
    }

    private void AddPicture(Made made, ReviewProof proof, ReviewEntry[] entries, PictureShelf shelf)
    {
        if (made.Problem is { } problem)
        {
            _problems.Add(problem);
            foreach (var entry in entries) entry.Refuse(problem.Problem);
            return;
        }

        var number = shelf.Add(made.Picture!.Jpeg);
        foreach (var entry in entries)
        {
            entry.Show(number, made.Picture.Frame);
            if (proof.Warnings is { Length: > 0 } warnings) entry.AddDoubt(ReviewDoubt.Warning, warnings);
        }
    }

    private readonly record struct Made(ReviewPicture? Picture, ClovaOcrException? Problem);
}
