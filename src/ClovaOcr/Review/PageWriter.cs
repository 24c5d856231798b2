using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using ClovaOcr.Imaging;

namespace ClovaOcr.Review;

/// <summary>
/// Writes the page: first what a browser needs to show the first card, then the pictures, in the order in which they are looked at. Data
/// stand in elements that are not run, in letters of which none can end one.
/// </summary>
internal sealed class PageWriter(Stream file)
{
    private const int BufferSize = 1 << 16;

    /// <param name="entries">The cards in the order of the page.</param>
    /// <param name="id">The page's own identifier, under which a browser keeps its marks.</param>
    /// <param name="shelf">The pictures.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public void Write(IReadOnlyList<ReviewEntry> entries, string id, PictureShelf shelf, CancellationToken cancellation)
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        writer.Write(PageParts.Head());
        writer.Write(PageParts.Body());
        writer.Write($"<script type=\"application/json\" id=\"cards-data\" data-page=\"{id}\">");
        WriteCards(writer, entries, cancellation);
        writer.Write($"</script>\n<script>{PageParts.Script()}</script>\n");
        foreach (var number in entries.Select(entry => entry.Picture).OfType<int>().Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(FormattableString.Invariant($"<script type=\"text/plain\" id=\"picture-{number}\">"));
            writer.Write(Convert.ToBase64String(shelf.Read(number)));
            writer.Write("</script>\n");
        }

        writer.Write("</body>\n</html>\n");
    }

    private static void WriteCards(StreamWriter writer, IReadOnlyList<ReviewEntry> entries, CancellationToken cancellation)
    {
        // Its default encoder writes <, >, & and every letter beyond ASCII as \u and digits.
        using var buffer = new MemoryStream();
        writer.Write('[');
        for (var i = 0; i < entries.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer)) entries[i].Write(json);
            writer.Write(i == 0 ? "\n" : ",\n");
            writer.Write(Encoding.ASCII.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }

        writer.Write(']');
    }

    /// <summary>An identifier that is the same for the same pictures in the same order.</summary>
    public static string IdOf(IEnumerable<ReviewEntry> entries) =>
        SourceFile.HashOf(Encoding.ASCII.GetBytes(string.Join("\n", entries.Select(entry => entry.Key)))).Substring(0, 32);
}
