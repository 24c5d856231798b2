namespace ClovaOcr.Imaging.Pdf;

/// <summary>Objects that are compressed together in a stream (ISO 32000-1, 7.5.7).</summary>
internal sealed class PdfObjectStream
{
    // What describes the page of a scan takes some 2 KB; several megabytes are somebody's trap.
    private const int MaximumLength = 4 << 20;

    private readonly byte[] _bytes;
    private readonly (int Number, int Place)[] _objects;
    private readonly PdfWork _work;

    private PdfObjectStream(byte[] bytes, (int Number, int Place)[] objects, PdfWork work) =>
        (_bytes, _objects, _work) = (bytes, objects, work);

    public static PdfObjectStream Read(PdfFile file, PdfStream stream)
    {
        var bytes = file.Decode(stream, MaximumLength);
        if (file.FindNumber(stream.Dictionary, "N") is not { } n || PdfParser.AsWhole(n) is not { } count || count > bytes.Length
            || file.FindNumber(stream.Dictionary, "First") is not { } f || PdfParser.AsWhole(f) is not { } first)
            throw Refusal.Damaged("a part that holds its objects is not valid");

        var parser = new PdfParser(bytes, 0, file.Work);
        var objects = new (int Number, int Place)[count];
        for (var i = 0; i < count; i++)
        {
            var (number, place) = (parser.ReadCount(), (long)first + parser.ReadCount());
            objects[i] = place < bytes.Length ? (number, (int)place) : throw Refusal.Damaged("a part that holds its objects is not valid");
        }

        return new(bytes, objects, file.Work);
    }

    /// <summary>Reads the object of a number, which must stand at an index.</summary>
    public object? Read(int index, int number)
    {
        if (index >= _objects.Length || _objects[index].Number != number) throw Refusal.Damaged("an object is not where its table says");
        var value = new PdfParser(_bytes, _objects[index].Place, _work).Read();
        return value is PdfKeyword ? throw Refusal.Damaged("a keyword stands where a value should be") : value;
    }
}
