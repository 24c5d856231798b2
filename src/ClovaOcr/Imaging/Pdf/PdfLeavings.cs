using System;
using System.Collections.Generic;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Names what a PDF holds that a new one does not take over. The names come from here and never from the file.</summary>
internal static class PdfLeavings
{
    private const string Other = "other entries";

    // Entries that say what a new file says too, or that are no use without what is dropped.
    private static readonly HashSet<string> Understood =
    [
        // The trailer's and any stream's.
        "Type", "Subtype", "Size", "Root", "Prev", "W", "Index", "Length", "Filter", "DecodeParms", "DL",

        // The catalog's.
        "Pages", "Version", "Extensions", "PageMode", "PageLayout", "AcroForm",

        // The page's.
        "Parent", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Contents", "Rotate", "UserUnit", "Annots", "Group",
        "Tabs", "StructParents", "ProcSet",

        // The picture's.
        "Width", "Height", "ColorSpace", "BitsPerComponent", "Decode", "ImageMask", "Name", "StructParent", "Intent", "Interpolate",
    ];

    private static readonly Dictionary<string, string> Names = new()
    {
        ["Info"] = "document information",
        ["ID"] = "file identifier",
        ["Metadata"] = "XMP",
        ["Names"] = "attachments and other named parts",
        ["AF"] = "attachments and other named parts",
        ["Dests"] = "attachments and other named parts",
        ["Outlines"] = "bookmarks",
        ["OpenAction"] = "actions",
        ["AA"] = "actions",
        ["StructTreeRoot"] = "document structure",
        ["MarkInfo"] = "document structure",
        ["PageLabels"] = "page labels",
        ["ViewerPreferences"] = "viewer preferences",
        ["OutputIntents"] = "output intent",
        ["PieceInfo"] = "private data",
        ["LastModified"] = "time",
        ["Thumb"] = "thumbnail",
        ["Alternates"] = "alternate picture",
        ["OPI"] = "alternate picture",
    };

    public static SortedSet<string> Of(PdfFile file, PdfDictionary catalog, PdfDictionary page, PdfImage image)
    {
        var dropped = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var dictionary in new[] { file.References.Trailer, catalog, page, image.Stream.Dictionary })
        {
            foreach (var key in dictionary.Keys)
            {
                if (Names.TryGetValue(key, out var name)) dropped.Add(name);
                else if (!Understood.Contains(key)) dropped.Add(Other);
            }
        }

        if (image.Color.Dropped is { } profile) dropped.Add(profile);
        if (file.References.HasEarlierRevision) dropped.Add("earlier revision");
        if (file.References.HasBytesAfterEnd) dropped.Add("bytes after the end");
        if (file.References.Used > file.ObjectsUsed) dropped.Add("objects that the page does not need");
        return dropped;
    }
}
