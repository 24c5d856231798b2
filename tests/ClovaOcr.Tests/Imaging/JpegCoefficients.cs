using System.IO;
using System.Linq;
using BitMiracle.LibJpeg.Classic;

namespace ClovaOcr.Tests.Imaging;

/// <summary>What a JPEG's blocks hold, as LibJpeg.NET reads them.</summary>
internal sealed class JpegCoefficients
{
    private readonly int[][][,] _blocks;

    public JpegCoefficients(byte[] file)
    {
        using var stream = new MemoryStream(ClovaOcr.Imaging.Jpeg.StandardHuffmanTables.AddTo(file));
        var decoder = new jpeg_decompress_struct(new SilentMessages());
        decoder.jpeg_stdio_src(stream);
        decoder.jpeg_read_header(require_image: true);
        var arrays = decoder.jpeg_read_coefficients();
        var components = decoder.Comp_info.Take(decoder.Num_components).ToArray();
        Sampling = [.. components.Select(component => (component.H_samp_factor, component.V_samp_factor))];
        (Across, Down) = (components.Max(component => component.H_samp_factor), components.Max(component => component.V_samp_factor));
        _blocks = [.. components.Select((component, i) => Read(arrays[i], Blocks(decoder.Image_width, component.H_samp_factor, Across), Blocks(decoder.Image_height, component.V_samp_factor, Down)))];
        decoder.jpeg_finish_decompress();
    }

    /// <summary>Each component's blocks in an MCU.</summary>
    public (int Across, int Down)[] Sampling { get; }

    /// <summary>Blocks across in an MCU.</summary>
    public int Across { get; }

    /// <summary>Blocks down in an MCU.</summary>
    public int Down { get; }

    public int Components => _blocks.Length;

    public int RowsOf(int component) => _blocks[component].Length;

    public int ColumnsOf(int component) => _blocks[component][0].GetLength(0);

    /// <summary>A block's values.</summary>
    public int[] Block(int component, int column, int row) => [.. Enumerable.Range(0, 64).Select(i => _blocks[component][row][column, i])];

    private static int[][,] Read(jvirt_array<JBLOCK> array, int across, int down)
    {
        var rows = new int[down][,];
        for (var row = 0; row < down; row++)
        {
            rows[row] = new int[across, 64];
            var blocks = array.Access(row, 1)[0];
            for (var column = 0; column < across; column++)
                for (var i = 0; i < 64; i++) rows[row][column, i] = blocks[column][i];
        }

        return rows;
    }

    private static int Blocks(int pixels, int factor, int maximum) => ((pixels * factor) + (maximum * 8) - 1) / (maximum * 8);

    private sealed class SilentMessages : jpeg_error_mgr
    {
        public override void output_message()
        {
        }
    }
}
