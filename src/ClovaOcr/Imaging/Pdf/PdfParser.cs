using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>
/// Reads values and keywords one after the other (ISO 32000-1, 7.2 and 7.3). Strict, because readers that repair do it in different ways,
/// and then a page may show something else than what was masked.
/// </summary>
/// <param name="bytes">A file, or a stream's data.</param>
/// <param name="position">Where to begin.</param>
/// <param name="work">Counts what is read.</param>
internal sealed class PdfParser(ReadOnlyMemory<byte> bytes, int position, PdfWork work)
{
    private const int MaximumDepth = 32;
    private const int MaximumWord = 256;

    private int _position = position;
    private int _depth;

    /// <summary>The next byte to be read.</summary>
    public int Position => _position;

    private ReadOnlySpan<byte> Rest => bytes.Span[_position..];

    public static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    /// <summary>Whether nothing but white space and comments is left; goes over them.</summary>
    public bool IsAtEnd()
    {
        var all = bytes.Span;
        var start = _position;
        for (; _position < all.Length; _position++)
        {
            if (all[_position] == '%')
                while (_position + 1 < all.Length && all[_position + 1] is not (10 or 13)) _position++;
            else if (!IsSpace(all[_position]))
                break;
        }

        work.Take(_position - start);
        return _position == all.Length;
    }

    /// <summary>The next value or keyword.</summary>
    public object? Read()
    {
        if (IsAtEnd()) throw Refusal.Damaged("the file ends where a value should be");
        work.Step();
        return Rest[0] switch
        {
            (byte)'/' => ReadName(),
            (byte)'(' => ReadString(PdfStringReader.ReadLiteral),
            (byte)'<' when Rest.Length > 1 && Rest[1] == '<' => Nested(ReadDictionary),
            (byte)'<' => ReadString(PdfStringReader.ReadHexadecimal),
            (byte)'[' => Nested(ReadArray),
            _ => ReadWord(),
        };
    }

    /// <summary>Reads a keyword that must come now.</summary>
    public void Expect(string keyword)
    {
        if (Read() is not PdfKeyword { Value: var found } || found != keyword)
            throw Refusal.Damaged("a part of the file does not begin or end as it should");
    }

    /// <summary>Reads a whole number that must come now, from 0 on.</summary>
    public int ReadCount() =>
        Read() is double number && AsWhole(number) is { } whole ? whole : throw Refusal.Damaged("a number is missing or not valid");

    /// <summary>A number as a whole one from 0 on; null if it is none.</summary>
    public static int? AsWhole(double number) =>
        number is >= 0 and <= int.MaxValue && number == Math.Floor(number) ? (int)number : null;

    private T Nested<T>(Func<T> read)
    {
        if (++_depth > MaximumDepth) throw Refusal.Damaged("its values are nested too deep");
        var value = read();
        _depth--;
        return value;
    }

    private PdfString ReadString(StringAt read)
    {
        var start = _position;
        var text = read(bytes.Span, ref _position);
        work.Take(_position - start);
        return text;
    }

    private object?[] ReadArray()
    {
        _position++;
        var items = new List<object?>();
        while (true)
        {
            if (IsAtEnd()) throw Refusal.Damaged("a list has no end");
            if (Rest[0] == ']')
            {
                _position++;
                return [.. items];
            }

            items.Add(ReadItem());
        }
    }

    private PdfDictionary ReadDictionary()
    {
        _position += 2;
        var dictionary = new PdfDictionary();
        while (true)
        {
            if (IsAtEnd()) throw Refusal.Damaged("a dictionary has no end");
            if (Rest.StartsWith(">>"u8))
            {
                _position += 2;
                return dictionary;
            }

            if (Read() is not PdfName key) throw Refusal.Damaged("an entry of the file has no name");
            dictionary.Add(key.Value, ReadItem());
        }
    }

    private object? ReadItem()
    {
        var value = Read();
        return value is PdfKeyword ? throw Refusal.Damaged("a keyword stands where a value should be") : value;
    }

    // #xx stands for a byte (7.3.5).
    private PdfName ReadName()
    {
        _position++;
        var word = TakeWord();
        if (word.IndexOf((byte)'#') < 0) return new(Latin1(word));
        var name = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != '#')
            {
                name.Append((char)word[i]);
                continue;
            }

            if (i + 2 >= word.Length) throw Refusal.Damaged("a name is not valid");
            var (high, low) = (PdfStringReader.HexValue(word[i + 1]), PdfStringReader.HexValue(word[i + 2]));
            if (high < 0 || low < 0) throw Refusal.Damaged("a name is not valid");
            name.Append((char)((high << 4) | low));
            i += 2;
        }

        return new(name.ToString());
    }

    private object? ReadWord()
    {
        var word = TakeWord();
        if (word.Length == 0) throw Refusal.Damaged("a character stands where no value begins with it");
        if (word[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.') return ReadNumberOrReference(word);
        return Latin1(word) switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            var keyword => new PdfKeyword(keyword),
        };
    }

    private object ReadNumberOrReference(ReadOnlySpan<byte> word)
    {
        var number = Number(word);
        if (AsWhole(number) is not { } objectNumber || word[0] is not (>= (byte)'0' and <= (byte)'9')) return number;

        // "12 0 R" is one value.
        var afterNumber = Position;
        if (!IsAtEnd() && Rest[0] is >= (byte)'0' and <= (byte)'9')
        {
            var second = TakeWord();
            if (second.Length <= 5 && int.TryParse(Latin1(second), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
                && !IsAtEnd() && TakeWord().SequenceEqual("R"u8))
                return new PdfReference(objectNumber, generation);
        }

        _position = afterNumber;
        return number;
    }

    private static double Number(ReadOnlySpan<byte> word)
    {
        const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(Latin1(word), Form, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.Damaged("a number is missing or not valid");
    }

    /// <summary>Everything up to white space or a character that ends a word (7.2.2).</summary>
    private ReadOnlySpan<byte> TakeWord()
    {
        var rest = Rest;
        var length = 0;
        while (length < rest.Length && !IsSpace(rest[length]) && "()<>[]{}/%"u8.IndexOf(rest[length]) < 0) length++;
        if (length > MaximumWord) throw Refusal.Damaged("a word of the file is too long");
        _position += length;
        return rest[..length];
    }

    private static string Latin1(ReadOnlySpan<byte> word)
    {
        var characters = new char[word.Length];
        for (var i = 0; i < word.Length; i++) characters[i] = (char)word[i];
        return new(characters);
    }

    private delegate PdfString StringAt(ReadOnlySpan<byte> bytes, ref int position);
}
