using System;
using System.Collections.Generic;
using System.Linq;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Follows what a page draws (ISO 32000-1, 7.8.2 and annex A), which must be one picture and nothing else, and finds where that lands.
/// </summary>
internal sealed class PdfContent
{
    private const int MaximumDepth = 4;
    private const int MaximumStates = 64;
    private const int MaximumSteps = 1000;
    private const int MaximumLength = 1 << 20;

    // Points that a picture may reach past what is shown of it, for rounding: a third of a millimetre.
    private const double Margin = 1;

    // Operators that change how other things than a picture look, or nothing at all.
    private static readonly HashSet<string> Harmless =
        ["g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN", "w", "J", "j", "M", "d", "ri", "i", "MP", "EMC", "BX", "EX"];

    private static readonly HashSet<string> DeviceSpaces = ["DeviceGray", "DeviceRGB", "DeviceCMYK"];

    private static readonly Dictionary<string, string> Drawing = new()
    {
        ["BT"] = "text",
        ["BI"] = "an inline picture",
        ["sh"] = "a shading",
    };

    private readonly PdfFile _file;
    private readonly PdfBox _visible;
    private PdfShownImage? _shown;

    private PdfContent(PdfFile file, PdfBox visible) => (_file, _visible) = (file, visible);

    /// <summary>Finds the picture, and where it lands.</summary>
    /// <exception cref="ClovaOcrException">Damaged, or the page shows anything but one picture, whole.</exception>
    public static PdfShownImage FindImage(PdfFile file, PdfPage page)
    {
        var content = new PdfContent(file, page.Visible);
        var parts = file.Resolve(page.Dictionary["Contents"]) switch
        {
            null => [],
            object?[] items => Array.ConvertAll(items, file.Resolve),
            var one => [one],
        };
        var bytes = new List<byte>();
        foreach (var part in parts)
        {
            if (part is not PdfStream stream) throw Refusal.Damaged("the content of its page is missing");
            bytes.AddRange(file.Decode(stream, MaximumLength));
            bytes.Add((byte)'\n');
            if (bytes.Count > MaximumLength) throw PdfFilters.TooLong();
        }

        content.Run(bytes.ToArray(), page.Resources, new(PdfMatrix.Identity, page.Visible, null), depth: 0);
        return content._shown ?? throw Refusal.UnmaskablePdf("This PDF shows no picture.");
    }

    private void Run(byte[] bytes, PdfDictionary resources, State state, int depth)
    {
        var parser = new PdfParser(bytes, 0, _file.Work);
        var operands = new List<object?>();
        var saved = new Stack<State>();
        var path = new Path();
        while (!parser.IsAtEnd())
        {
            var next = parser.Read();
            if (next is not PdfKeyword { Value: var name })
            {
                operands.Add(next);
                continue;
            }

            switch (name)
            {
                case "q":
                    if (saved.Count >= MaximumStates) throw Refusal.Damaged("the content of its page is nested too deep");
                    saved.Push(state);
                    break;
                case "Q":
                    state = saved.Count > 0 ? saved.Pop() : throw Refusal.Damaged("the content of its page is not valid");
                    break;
                case "cm":
                    state = state.Then(PdfMatrix.Of([.. operands]));
                    break;
                case "re":
                    path.Rectangles.Add(Rectangle(operands, state.Matrix));
                    break;
                case "W" or "W*":
                    path.IsClip = true;
                    break;
                case "n":
                    if (path.IsClip) state = state with { Clip = state.Clip.Intersect(path.OnlyRectangle()) };
                    path = new();
                    break;
                case "gs":
                    PdfGraphicsState.EnsureHarmless(_file, Named(resources, "ExtGState", operands) as PdfDictionary);
                    break;
                case "Do":
                    Draw(Named(resources, "XObject", operands) as PdfStream, resources, state, depth);
                    break;
                case "BMC" or "BDC" or "DP":
                    if (operands.FirstOrDefault() is PdfName { Value: "OC" })
                        throw Refusal.UnmaskablePdf("This PDF has layers that can be hidden.");
                    break;
                case "cs" or "CS":
                    if (operands is not [PdfName { Value: var space }] || !DeviceSpaces.Contains(space))
                        throw Refusal.UnmaskablePdf("This PDF has special colours, such as spot colours, beside its picture.");
                    break;
                default:
                    if (!Harmless.Contains(name)) throw Unexpected(name);
                    break;
            }

            operands.Clear();
        }

        if (saved.Count > 0 || operands.Count > 0) throw Refusal.Damaged("the content of its page is not valid");
    }

    private static ClovaOcrException Unexpected(string name) => Refusal.UnmaskablePdf(
        $"This PDF shows {(Drawing.TryGetValue(name, out var what) ? what : "lines or areas")} beside its picture.");

    private object? Named(PdfDictionary resources, string kind, List<object?> operands) =>
        operands is [PdfName name] && _file.Find<PdfDictionary>(resources, kind) is { } all && _file.Resolve(all[name.Value]) is { } found
            ? found
            : throw Refusal.Damaged("something that its page shows is missing");

    private static PdfBox Rectangle(List<object?> operands, PdfMatrix matrix)
    {
        if (operands is not [double x, double y, double width, double height])
            throw Refusal.Damaged("the content of its page is not valid");
        return matrix.Apply(PdfBox.Between(x, y, x + width, y + height))
            ?? throw Refusal.UnmaskablePdf("This PDF cuts its picture by slanted lines.");
    }

    private void Draw(PdfStream? stream, PdfDictionary resources, State state, int depth)
    {
        if (stream is null) throw Refusal.Damaged("something that its page shows is missing");
        if (stream.Dictionary["OC"] is not null) throw Refusal.UnmaskablePdf("This PDF has layers that can be hidden.");
        switch (_file.Find<PdfName>(stream.Dictionary, "Subtype")?.Value)
        {
            case "Image":
                DrawImage(stream, state);
                break;
            case "Form":
                DrawForm(stream, resources, state, depth);
                break;
            default:
                throw Refusal.UnmaskablePdf("This PDF shows something that is no picture.");
        }
    }

    private void DrawImage(PdfStream stream, State state)
    {
        if (_shown is not null) throw Refusal.UnmaskablePdf("This PDF shows several pictures.");
        if (state.Matrix.Apply(PdfBox.Unit) is not { } place)
            throw Refusal.UnmaskablePdf("This PDF shows its picture at a slant.");
        if (!_visible.Contains(place, Margin))
            throw Refusal.UnmaskablePdf("This PDF shows only a part of its picture: the rest lies off the page.");
        if (!state.Clip.Contains(place, Margin))
            throw Refusal.UnmaskablePdf("This PDF shows only a part of its picture: the rest is cut off.");
        _shown = new(stream, state.Matrix, state.Steps());
    }

    // 8.10: a form's own matrix comes first, its box cuts it, and without resources of its own it has the page's.
    private void DrawForm(PdfStream form, PdfDictionary resources, State state, int depth)
    {
        if (depth >= MaximumDepth) throw Refusal.Damaged("the content of its page is nested too deep");
        var own = _file.FindList(form.Dictionary, "Matrix", 6) is { } matrix ? state.Then(PdfMatrix.Of(matrix)) : state;
        if (_file.Find<PdfDictionary>(form.Dictionary, "Group") is { } group && _file.Resolve(group["CS"]) is { } mixed
            && (mixed is not PdfName { Value: var space } || !DeviceSpaces.Contains(space)))
            throw Refusal.UnmaskablePdf("This PDF shows its picture through an effect such as transparency.");
        if (_file.FindList(form.Dictionary, "BBox", 4) is not { } box) throw Refusal.Damaged("the content of its page is not valid");
        var clip = own.Matrix.Apply(PdfBox.Of(box))
            ?? throw Refusal.UnmaskablePdf("This PDF shows its picture at a slant.");
        var bytes = _file.Decode(form, MaximumLength);
        var inner = _file.Find<PdfDictionary>(form.Dictionary, "Resources");
        if (inner is not null) PdfResources.EnsureUsualColors(_file, inner);
        Run(bytes, inner ?? resources, own with { Clip = state.Clip.Intersect(clip) }, depth + 1);
    }

    /// <param name="Matrix">From the present coordinates to the page's.</param>
    /// <param name="Clip">What is drawn is cut by this, in the page's coordinates.</param>
    /// <param name="Way">The matrices of which the first is the product; null for none.</param>
    private sealed record State(PdfMatrix Matrix, PdfBox Clip, Way? Way)
    {
        public State Then(PdfMatrix matrix) => this with { Matrix = matrix.Then(Matrix), Way = new(matrix, Way) };

        public PdfMatrix[] Steps()
        {
            var steps = new List<PdfMatrix>();
            for (var step = Way; step is not null; step = step.Before) steps.Add(step.Matrix);
            if (steps.Count > MaximumSteps) throw Refusal.Damaged("the content of its page is nested too deep");
            return [.. Enumerable.Reverse(steps)];
        }
    }

    private sealed class Way(PdfMatrix matrix, Way? before)
    {
        public PdfMatrix Matrix => matrix;

        public Way? Before => before;
    }

    private sealed class Path
    {
        public List<PdfBox> Rectangles { get; } = [];

        public bool IsClip { get; set; }

        public PdfBox OnlyRectangle() => Rectangles.Count == 1
            ? Rectangles[0]
            : throw Refusal.UnmaskablePdf("This PDF cuts its picture by more than a rectangle.");
    }
}
