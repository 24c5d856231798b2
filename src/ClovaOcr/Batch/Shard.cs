using System.Globalization;

namespace ClovaOcr.Batch;

/// <summary>
/// One of several shares of a set of pictures, for runs that know nothing of each other: every picture is in exactly one share, wherever
/// it lies and whatever it is called, and so is every further scan of the same bytes. Which one follows from the picture's SHA-256 alone:
/// its first eight bytes, as a whole number with the most significant byte first, modulo the number of shares. This rule never changes,
/// because each share has a journal of what was paid for.
/// </summary>
public sealed class Shard
{
    private const int RuleDigits = 16;

    /// <summary>Names a share.</summary>
    /// <param name="index">0 for the first.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="ClovaOcrException">There is no such share.</exception>
    public Shard(int index, int count)
    {
        if (index < 0 || index >= count) throw Invalid();
        (Index, Count) = (index, count);
    }

    /// <summary>0 for the first.</summary>
    public int Index { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The share of two figures that go together; null for neither, which is all pictures.</summary>
    /// <exception cref="ClovaOcrException">One of them is missing, or there is no such share.</exception>
    public static Shard? Of(int? index, int? count) => (index, count) switch
    {
        (null, null) => null,
        ({ } given, { } all) => new Shard(given, all),
        _ => throw Invalid(),
    };

    /// <summary>Whether a picture is in it.</summary>
    /// <param name="imageHash">The SHA-256 of the file's bytes, 64 hexadecimal digits.</param>
    public bool Holds(string imageHash)
    {
        var beginning = ulong.Parse(imageHash.Substring(0, RuleDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return beginning % (ulong)Count == (ulong)Index;
    }

    private static ClovaOcrException Invalid() => new(
        ClovaOcrErrorKind.InvalidShard,
        "-ShardIndex and -ShardCount go together: with a count of 8, the runs have the indexes 0 to 7.");
}
