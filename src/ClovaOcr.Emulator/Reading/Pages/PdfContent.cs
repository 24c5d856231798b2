using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace ClovaOcr.Emulator.Reading.Pages;

/// <summary>Goes through a page's content for the pictures that it shows (ISO 32000-1, 8.4 and 8.8); everything else is passed over.</summary>
internal sealed class PdfContent
{
    private const int MaximumDepth = 8;
    private const int MaximumStates = 256;
    private const int MaximumOperands = 64;
    private const int MaximumPictures = 1000;

    // A page of text has some ten thousand. Forms may call forms a thousand times each.
    private const int MaximumTokens = 300_000;

    private readonly PdfObjects _objects;
    private readonly List<PdfPlacedImage> _placed = [];
    private int _tokens;

    private PdfContent(PdfObjects objects) => _objects = objects;

    /// <summary>The pictures in the order in which they are laid on the page.</summary>
    /// <exception cref="InvalidDataException">The page is damaged or too long.</exception>
    public static IReadOnlyList<PdfPlacedImage> PicturesOf(PdfSheet sheet, PdfObjects objects)
    {
        var content = new PdfContent(objects);
        content.Read(content.ContentOf(sheet.Page), sheet.Resources, sheet.ToShown, depth: 0);
        return content._placed;
    }

    // The streams of a page are one, with white space between them.
    private byte[] ContentOf(DictionaryToken page)
    {
        var content = new MemoryStream();
        IEnumerable<StreamToken?> streams = _objects.Find<ArrayToken>(page, "Contents") is { } list
            ? list.Data.Select(item => _objects.Find<StreamToken>(item))
            : [_objects.Find<StreamToken>(page, "Contents")];
        foreach (var stream in streams)
        {
            if (stream is null) continue;
            content.Write(Plain(stream).Span);
            content.WriteByte((byte)'\n');
            if (content.Length > PdfFilters.MaximumLength) throw TooLong();
        }

        return content.ToArray();
    }

    private Memory<byte> Plain(StreamToken stream)
    {
        var data = _objects.Decode(stream, out var isJpeg);
        return !isJpeg && data.Length <= PdfFilters.MaximumLength ? data : throw TooLong();
    }

    private void Read(Memory<byte> content, DictionaryToken resources, Matrix3x2 matrix, int depth)
    {
        var nesting = new StackDepthGuard(MaximumOperands);
        var scanner = new CoreTokenScanner(new MemoryInputBytes(content), usePdfDocEncoding: false, nesting, useLenientParsing: true);
        var saved = new Stack<Matrix3x2>();
        var operands = new List<IToken>();
        while (scanner.MoveNext())
        {
            if (++_tokens > MaximumTokens) throw TooLong();
            if (scanner.CurrentToken is not OperatorToken { Data: var name })
            {
                if (operands.Count < MaximumOperands) operands.Add(scanner.CurrentToken);
                continue;
            }

            if (name == "q" && saved.Count < MaximumStates) saved.Push(matrix);
            else if (name == "Q" && saved.Count > 0) matrix = saved.Pop();
            else if (name == "cm") matrix = MatrixOf(operands.OfType<NumericToken>().Select(number => number.Data)) * matrix;
            else if (name == "Do" && operands.LastOrDefault() is NameToken { Data: var called }) Show(called, resources, matrix, depth);
            operands.Clear();
        }
    }

    private void Show(string name, DictionaryToken resources, Matrix3x2 matrix, int depth)
    {
        if (_objects.Find<DictionaryToken>(resources, "XObject") is not { } things) return;
        if (_objects.Find<StreamToken>(things, name) is not { } thing) return;
        var kind = _objects.Find<NameToken>(thing.StreamDictionary, "Subtype")?.Data;
        if (kind == "Image")
        {
            if (_placed.Count == MaximumPictures) throw TooLong();
            _placed.Add(new(PdfImage.Of(thing, resources, _objects), matrix));
        }
        else if (kind == "Form")
        {
            if (depth == MaximumDepth) throw TooLong();
            var own = _objects.Numbers(thing.StreamDictionary, "Matrix", 6) is { } numbers ? MatrixOf(numbers) : Matrix3x2.Identity;
            Read(Plain(thing), _objects.Find<DictionaryToken>(thing.StreamDictionary, "Resources") ?? resources, own * matrix, depth + 1);
        }
    }

    private static Matrix3x2 MatrixOf(IEnumerable<double> numbers) =>
        numbers.Select(number => (float)number).ToArray() is [var a, var b, var c, var d, var e, var f]
            ? new(a, b, c, d, e, f)
            : throw new InvalidDataException("A matrix has six numbers.");

    private static InvalidDataException TooLong() => new("The page's content is too long.");
}
