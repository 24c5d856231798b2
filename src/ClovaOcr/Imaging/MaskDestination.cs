using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Cards;
using ClovaOcr.Platform;

namespace ClovaOcr.Imaging;

/// <summary>Where a masked copy may go: its name, and what must not be in its place.</summary>
public static class MaskDestination
{
    private static readonly Dictionary<string, ImageFormat> FormatsByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = ImageFormat.Jpeg,
        [".jpeg"] = ImageFormat.Jpeg,
        [".png"] = ImageFormat.Png,
        [".tif"] = ImageFormat.Tiff,
        [".tiff"] = ImageFormat.Tiff,
        [".pdf"] = ImageFormat.Pdf,
    };

    /// <summary>Whether a path is to be taken as that of a file: it ends like a picture's name, and no folder has that name.</summary>
    public static bool IsFile(string path) => !Directory.Exists(path)
        && FormatsByExtension.ContainsKey(Path.GetExtension(path));

    /// <summary>
    /// The name of a masked copy: <c>card.jpg</c> becomes <c>card.masked.jpg</c>. A registration number in the name is masked as well,
    /// because a copy that hides the number must not be called by it. So is what Windows does not take for the name of a file.
    /// </summary>
    /// <param name="sourcePath">The source.</param>
    /// <param name="sourceHash">Its SHA-256, of which eight digits tell masked names apart.</param>
    public static string NameFor(string sourcePath, string sourceHash)
    {
        var name = Path.GetFileName(sourcePath);
        var extension = FormatsByExtension.ContainsKey(Path.GetExtension(name)) ? Path.GetExtension(name) : "";
        var stem = name.Substring(0, name.Length - extension.Length);
        var shown = PortableName.Of(IdentityNumber.MaskWithin(stem, 'x'));
        return (shown == stem ? stem : $"{shown}-{sourceHash.Substring(0, 8)}") + ".masked" + extension;
    }

    /// <summary>Says early that a file cannot be put somewhere.</summary>
    /// <exception cref="ClovaOcrException">
    /// There is a file already and <paramref name="overwrite"/> is false, or it is one of the sources, a link or a folder.
    /// </exception>
    /// <param name="destination">The copy's path.</param>
    /// <param name="overwrite">Whether a file of this name may be overwritten.</param>
    /// <param name="sourceHashes">The SHA-256 of every picture that must not be.</param>
    public static void Check(string destination, bool overwrite, IReadOnlyCollection<string> sourceHashes)
    {
        try
        {
            CheckExisting(destination, overwrite, sourceHashes);
        }
        catch (Exception exception) when (IsDiskProblem(exception))
        {
            throw NotLookedAt(destination);
        }
        catch (ClovaOcrException exception) when (exception.Kind == ClovaOcrErrorKind.FileUnreadable)
        {
            throw NotLookedAt(destination);
        }
        catch (ClovaOcrException exception) when (exception.Kind == ClovaOcrErrorKind.FileNotFound)
        {
            // It was removed in the moment between, so that nothing is in the way.
        }
    }

    private static void CheckExisting(string destination, bool overwrite, IReadOnlyCollection<string> sourceHashes)
    {
        if (!Exists(destination)) return;
        if (Directory.Exists(destination)) throw Unwritable("The destination is a folder.", destination);
        if (File.GetAttributes(destination).HasFlag(FileAttributes.ReparsePoint))
            throw Unwritable("The destination is a link, and what it leads to is not overwritten. Remove it first.", destination);
        if (!overwrite) throw Taken(destination);
        if (sourceHashes.Contains(SourceFile.HashOfFile(destination))) throw IsSource(destination);
    }

    /// <summary>The destination is a picture that was given to be masked.</summary>
    public static ClovaOcrException IsSource(string destination) => Failure(
        ClovaOcrErrorKind.DestinationIsSource,
        "The destination is a picture that was given to be masked, or a copy of one. Choose another destination.",
        destination);

    internal static ClovaOcrException IsPicture(string destination) => Failure(
        ClovaOcrErrorKind.DestinationIsSource, "The destination is a picture, which no page replaces. Choose another destination.", destination);

    internal static ClovaOcrException IsConflict(string sourcePath) => Failure(
        ClovaOcrErrorKind.DestinationConflict,
        "Another picture of this run has the same destination, here or where fewer names are told apart. Use a folder for each.",
        sourcePath);

    internal static ClovaOcrException NotReadBack(string destination) => Failure(
        ClovaOcrErrorKind.MaskNotProved, "What the disk gives back is not what was written. Check the disk.", destination);

    internal static ClovaOcrException NotConfirmed(string destination) => Unwritable(
        "The copy is in its place, but the disk did not confirm it. Check the disk.", destination);

    internal static bool IsDiskProblem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    internal static ClovaOcrException Unwritten(string destination, bool overwrite) => Exists(destination) && !overwrite
        ? Taken(destination)
        : Unwritable("The destination cannot be written. Check the folder, your rights to it and its free space.", destination);

    internal static bool Exists(string path)
    {
        try
        {
            // Unlike File.Exists, this sees a link that leads nowhere.
            _ = File.GetAttributes(path);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    internal static void RefuseForeignExtension(ImageFormat format, string destination)
    {
        if (!FormatsByExtension.TryGetValue(Path.GetExtension(destination), out var named) || named == format) return;
        throw Unwritable($"The copy is a {format.ToString().ToUpperInvariant()} like its source, which the destination's name denies.", destination);
    }

    private static ClovaOcrException NotLookedAt(string destination) => Unwritable(
        "The destination cannot be looked at. Check its path, that it is a file, and your rights to it and its folder.", destination);

    private static ClovaOcrException Taken(string destination) => Failure(
        ClovaOcrErrorKind.DestinationExists,
        "There is a file of this name. Choose another destination, or overwrite it with -Force.",
        destination);

    private static ClovaOcrException Unwritable(string problem, string destination) =>
        Failure(ClovaOcrErrorKind.DestinationUnwritable, problem, destination);

    private static ClovaOcrException Failure(ClovaOcrErrorKind kind, string problem, string path) => new(kind, problem) { FilePath = path };
}
