using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ClovaOcr.Cards;
using ClovaOcr.Imaging;

namespace ClovaOcr.PowerShell.Cards;

/// <summary>A masked copy on disk and the proof of it: what was covered, and what was checked by reading the copy back.</summary>
public sealed class MaskedImage
{
    // A value of a type of the library's would have the library loaded together with this type, which is when the module is imported.
    private readonly StrongBox<ImageFormat> _format;
    private readonly StrongBox<QrCodeFinding> _qrCode;

    internal MaskedImage(string path, string sourcePath, MaskedCopy copy)
    {
        Path = path;
        SourcePath = sourcePath;
        _format = new(copy.Picture.Format);
        Width = copy.Picture.Width;
        Height = copy.Picture.Height;
        Covered = string.Join(", ", copy.Areas.Select(area => area.Reason).Distinct());
        CoveredPixels = copy.Picture.Covered.Sum(area => (long)area.Width * area.Height);
        AlsoTouched = TextOf(copy.AlsoTouched, ", ");
        _qrCode = new(copy.QrCode);
        Warnings = TextOf(copy.Warnings, "; ");
        Kept = TextOf(copy.Picture.Kept, ", ");
        Dropped = TextOf(copy.Picture.Dropped, ", ");
        SourceHash = copy.SourceHash;
        Hash = copy.Hash;
        Areas = copy.Areas;
        CoveredRectangles = copy.Picture.Covered;
    }

    // Commands take a piped object's Path, so that it must be the copy's: Copy-Item or Compress-Archive would take the source otherwise.

    /// <summary>The masked copy.</summary>
    public string Path { get; }

    /// <summary>The picture that was masked.</summary>
    public string SourcePath { get; }

    /// <summary>The format of both.</summary>
    public ImageFormat Format => _format.Value;

    /// <summary>Pixels, of the stored picture.</summary>
    public int Width { get; }

    /// <summary>Pixels, of the stored picture.</summary>
    public int Height { get; }

    /// <summary>The vendor's names of what is hidden.</summary>
    public string Covered { get; }

    /// <summary>How many pixels are black now.</summary>
    public long CoveredPixels { get; }

    /// <summary>The vendor's names of other fields of which a part is covered too; null for none.</summary>
    public string? AlsoTouched { get; }

    /// <summary>What came of the search for a QR code.</summary>
    public QrCodeFinding QrCode => _qrCode.Value;

    /// <summary>What a person should look at, separated by semicolons; null when there is nothing.</summary>
    public string? Warnings { get; }

    /// <summary>What the copy kept beside the pixels; null for nothing.</summary>
    public string? Kept { get; }

    /// <summary>What the copy did not take over, such as an EXIF thumbnail; null for nothing.</summary>
    public string? Dropped { get; }

    /// <summary>The SHA-256 of the source, 64 lower-case hexadecimal digits.</summary>
    public string SourceHash { get; }

    /// <summary>The SHA-256 of the copy.</summary>
    public string Hash { get; }

    /// <summary>The copy's name for views, with any registration number in it masked.</summary>
    [Hidden]
    public string File => ShownText.Of(System.IO.Path.GetFileName(Path));

    /// <summary>Width and height for views, such as <c>1200 x 900</c>.</summary>
    [Hidden]
    public string Size => $"{Width} x {Height}";

    /// <summary>What was to be covered and why, margin included.</summary>
    [Hidden]
    public IReadOnlyList<MaskArea> Areas { get; }

    /// <summary>What was covered in fact: the areas grown to the format's blocks.</summary>
    [Hidden]
    public IReadOnlyList<PixelRectangle> CoveredRectangles { get; }

    private static string? TextOf(IReadOnlyCollection<string> parts, string separator) => parts.Count > 0 ? string.Join(separator, parts) : null;
}
