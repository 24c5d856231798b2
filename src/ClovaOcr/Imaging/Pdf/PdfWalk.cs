using System;

namespace ClovaOcr.Imaging.Pdf;

/// <summary>Steps over a file of which every byte is expected.</summary>
internal sealed class PdfWalk(byte[] file)
{
    private const int MostDecimals = 2;
    private const int LongestLength = PdfPage.LargestSide + 10;
    private const int MostDigits = 10;

    public int Position { get; private set; }

    public bool IsAtEnd => Position == file.Length;

    public static ClovaOcrException Leftover() => Refusal.NotProved("it holds something that a masked copy has no place for");

    /// <summary>Steps over a text, one byte a character, if it comes next.</summary>
    public bool TryTake(string text)
    {
        if (text.Length > file.Length - Position) return false;
        for (var i = 0; i < text.Length; i++)
            if (file[Position + i] != text[i]) return false;
        Position += text.Length;
        return true;
    }

    /// <summary>Steps over a text that must come next.</summary>
    public void Take(string text)
    {
        if (!TryTake(text)) throw Leftover();
    }

    /// <summary>Steps over one of several texts.</summary>
    /// <returns>Which it was, from 0; an empty text is none.</returns>
    public int TakeEither(params string[] texts)
    {
        var index = Array.FindIndex(texts, text => text.Length > 0 && TryTake(text));
        return index >= 0 ? index : throw Leftover();
    }

    /// <summary>Steps over a whole number in its shortest form.</summary>
    public int TakeWhole()
    {
        var start = Position;
        long value = 0;
        while (Position - start <= MostDigits && IsDigit(Position)) value = (value * 10) + (file[Position++] - '0');
        var isValid = Position > start && value <= int.MaxValue && (file[start] != '0' || Position == start + 1);
        return isValid ? (int)value : throw Leftover();
    }

    /// <summary>Steps over a length in points in its shortest form, not longer than a page and to a hundredth at most.</summary>
    public void TakeLength()
    {
        var isNegative = TryTake("-");
        var whole = TakeWhole();
        if (whole > LongestLength) throw Leftover();
        var start = Position;
        if (TryTake("."))
        {
            while (IsDigit(Position)) Position++;
            var decimals = Position - start - 1;
            if (decimals is < 1 or > MostDecimals || file[Position - 1] == '0') throw Leftover();
        }
        else if (isNegative && whole == 0)
        {
            throw Leftover();
        }
    }

    /// <summary>Steps over hexadecimal digits in pairs.</summary>
    /// <returns>How many bytes they stand for.</returns>
    public int TakeHexadecimal()
    {
        var start = Position;
        while (Position < file.Length && "0123456789ABCDEF".IndexOf((char)file[Position]) >= 0) Position++;
        return (Position - start) % 2 == 0 ? (Position - start) / 2 : throw Leftover();
    }

    public byte[] TakeBytes(int count)
    {
        if (count > file.Length - Position) throw Leftover();
        var bytes = file.AsSpan(Position, count).ToArray();
        Position += count;
        return bytes;
    }

    private bool IsDigit(int position) => position < file.Length && file[position] is >= (byte)'0' and <= (byte)'9';
}
