using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ClovaOcr.Tests.PowerCuts;

/// <summary>
/// What a disk may hold after the power was cut between any two steps: all that was flushed, and of the rest any part. A name may be there
/// without the bytes and the bytes without the name; of a write, any beginning may be there, with or without zeros for the remainder.
/// </summary>
/// <param name="Image">What the disk holds.</param>
/// <param name="Claims">What somebody had been told before.</param>
internal sealed record PowerCut(DiskImage Image, IReadOnlyList<int> Claims)
{
    private const int Sector = 512;

    /// <summary>Each different state, once.</summary>
    /// <param name="disk">What was recorded.</param>
    /// <param name="from">The first step before which the power is cut.</param>
    /// <param name="tearing">What may be there of a write that was under way.</param>
    public static IEnumerable<PowerCut> Of(RecordingDisk disk, int from = 0, Tearing tearing = Tearing.Beginnings)
    {
        var seen = new HashSet<string>();
        for (var step = from; step <= disk.Steps.Count; step++)
        {
            var claims = disk.Steps.Take(step).OfType<DiskStep.Claimed>().Select(claim => claim.What).ToArray();
            foreach (var image in Images(disk, step, tearing))
            {
                if (seen.Add($"{image.Signature()} {string.Join(' ', claims)}")) yield return new PowerCut(image, claims);
            }
        }
    }

    private static IEnumerable<DiskImage> Images(RecordingDisk disk, int count, Tearing tearing)
    {
        var flushed = disk.Start.Copy();
        var names = new List<DiskStep>();
        var writes = new Dictionary<int, List<DiskStep>>();
        foreach (var step in disk.Steps.Take(count))
        {
            switch (step)
            {
                case DiskStep.Made or DiskStep.FolderMade or DiskStep.Renamed or DiskStep.Removed:
                    names.Add(step);
                    break;
                case DiskStep.Written written:
                    Pending(written.File).Add(step);
                    break;
                case DiskStep.CutOff cut:
                    Pending(cut.File).Add(step);
                    break;
                case DiskStep.Flushed { File: var file }:
                    flushed.Contents[file] = Pending(file).Aggregate(flushed.Contents.GetValueOrDefault(file, []), After);
                    Pending(file).Clear();
                    break;
                case DiskStep.FolderFlushed { Folder: var folder }:
                    foreach (var name in names.Where(name => FolderOf(name) == folder)) flushed.Apply(name);
                    names.RemoveAll(name => FolderOf(name) == folder);
                    break;
            }
        }

        var images = Subsets(names).Select(subset =>
        {
            var image = flushed.Copy();
            foreach (var name in subset) image.Apply(name);
            return image;
        });
        foreach (var (file, pending) in writes.Where(pair => pair.Value.Count > 0))
        {
            var contents = Contents(flushed.Contents.GetValueOrDefault(file, []), pending, tearing).ToArray();
            images = images.SelectMany(image => contents.Select(content =>
            {
                var other = image.Copy();
                other.Contents[file] = content;
                return other;
            }));
        }

        return images;

        List<DiskStep> Pending(int file) => writes.TryGetValue(file, out var list) ? list : writes[file] = [];
    }

    private static IEnumerable<byte[]> Contents(byte[] flushed, List<DiskStep> pending, Tearing tearing)
    {
        foreach (var subset in Subsets(pending)) yield return subset.Aggregate(flushed, After);
        for (var last = 0; last < pending.Count && tearing != Tearing.None; last++)
        {
            if (pending[last] is not DiskStep.Written written) continue;
            var before = pending.Take(last).Aggregate(flushed, After);
            foreach (var torn in Torn(written, tearing))
            {
                yield return After(before, torn);
                yield return After(flushed, torn);
            }
        }
    }

    private static IEnumerable<DiskStep.Written> Torn(DiskStep.Written whole, Tearing tearing)
    {
        var length = whole.Bytes.Length;
        foreach (var part in new[] { 1, length / 3, length / 2, length - 1 }.Where(part => part > 0 && part < length))
            yield return whole with { Bytes = whole.Bytes[..part] };

        for (var sector = ((whole.Offset / Sector) + 1) * Sector; sector < whole.Offset + length; sector += Sector)
        {
            var part = (int)(sector - whole.Offset);
            yield return whole with { Bytes = [.. whole.Bytes[..part], .. new byte[length - part]] };
            if (tearing == Tearing.AnySectors) yield return whole with { Bytes = [.. new byte[part], .. whole.Bytes[part..]] };
        }

        yield return whole with { Bytes = new byte[length] };
    }

    private static byte[] After(byte[] content, DiskStep step)
    {
        if (step is DiskStep.CutOff cut) return [.. content.Take((int)cut.Length), .. new byte[System.Math.Max(0, (int)cut.Length - content.Length)]];
        var written = (DiskStep.Written)step;
        var after = new byte[System.Math.Max(content.Length, written.Offset + written.Bytes.Length)];
        content.CopyTo(after, 0);
        written.Bytes.CopyTo(after, written.Offset);
        return after;
    }

    private static IEnumerable<List<DiskStep>> Subsets(List<DiskStep> steps)
    {
        for (var chosen = 0; chosen < 1 << steps.Count; chosen++)
            yield return [.. steps.Where((_, index) => (chosen >> index & 1) != 0)];
    }

    private static string FolderOf(DiskStep step) => Path.GetDirectoryName(step switch
    {
        DiskStep.Made made => made.Path,
        DiskStep.FolderMade made => made.Path,
        DiskStep.Renamed renamed => renamed.To,
        DiskStep.Removed removed => removed.Path,
        _ => throw new System.InvalidOperationException("The step changes no name."),
    })!;
}
