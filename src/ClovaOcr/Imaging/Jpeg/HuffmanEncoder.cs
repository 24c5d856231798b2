namespace ClovaOcr.Imaging.Jpeg;

/// <summary>A table's codes by symbol (T.81, C.2).</summary>
internal sealed class HuffmanEncoder
{
    private readonly ushort[] _codes = new ushort[256];
    private readonly byte[] _lengths = new byte[256];

    public HuffmanEncoder(HuffmanTable table)
    {
        var (code, index) = (0, 0);
        for (var length = 1; length <= HuffmanTable.LongestCode; length++, code <<= 1)
        {
            for (var i = 0; i < table.Counts[length - 1]; i++, code++, index++)
            {
                _codes[table.Symbols[index]] = (ushort)code;
                _lengths[table.Symbols[index]] = (byte)length;
            }
        }
    }

    /// <summary>Writes a symbol's code and the bits that follow it.</summary>
    public void Write(BitWriter writer, int symbol, uint bits, int bitCount) =>
        writer.Write(((uint)_codes[symbol] << bitCount) | bits, _lengths[symbol] + bitCount);
}
