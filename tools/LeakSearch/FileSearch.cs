using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace LeakSearch;

/// <summary>Searches the bytes of files, and their names, piece by piece, so that a file of any size can be.</summary>
internal sealed class FileSearch(SpellingSearch search, int pieceSize = FileSearch.PieceSize)
{
    private const int PieceSize = 4 << 20;

    /// <summary>What two pieces have in common: the longest spelling, escaped in the longest notation, fits in.</summary>
    private const int Overlap = 8 << 10;

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>What a file and its name hold.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What it is called in findings; of it the part below the searched folder is searched too.</param>
    public IReadOnlyList<Finding> Find(string file, string name)
    {
        var findings = new Dictionary<(SoughtText, bool IsInName), Finding>();
        Add(findings, name, Encoding.UTF8.GetBytes(name), Finding.InName, 0);

        // A pipe that a test left has no length either, and would be waited for.
        if (new FileInfo(file).Length == 0) return [.. findings.Values];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var piece = new byte[Math.Min(stream.Length, pieceSize)];
        for (long start = 0; start < stream.Length; start += pieceSize - Overlap)
        {
            stream.Position = start;
            var length = stream.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
            BytesRead += length;
            var bytes = length == piece.Length ? piece : piece[..length];
            Add(findings, name, bytes, notation: null, start);
            foreach (var (notation, reading) in Unescaping.Readings(bytes)) Add(findings, name, reading, notation, start);
        }

        return [.. findings.Values.OrderBy(finding => finding.Position)];
    }

    private void Add(Dictionary<(SoughtText, bool IsInName), Finding> findings, string name, byte[] bytes, string? notation, long start)
    {
        foreach (var (spelling, position) in search.Find(bytes))
        {
            var form = notation is null ? spelling.Encoding : $"{spelling.Encoding}, {notation}";
            findings.TryAdd((spelling.Text, notation == Finding.InName), new Finding(name, spelling.Text, form, start + position));
        }
    }
}
