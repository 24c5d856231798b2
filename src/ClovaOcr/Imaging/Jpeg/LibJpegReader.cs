using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using BitMiracle.LibJpeg.Classic;

namespace ClovaOcr.Imaging.Jpeg;

/// <summary>
/// Decodes a JPEG with LibJpeg.NET, row by row, to the very components that are stored: no colour is converted, and subsampled ones are
/// repeated, not smoothed, so that no pixel is mixed with its neighbour. (The repeating is done here; the library's own fails for some
/// samplings.)
/// </summary>
internal sealed class LibJpegReader : IDisposable
{
    // Files have up to some 20 scans; one of thousands is made to keep a decoder busy, each going over the whole picture.
    private const int MaximumScans = 100;
    private const int BlockSize = 8;

    private readonly LibJpegMessages _messages;
    private readonly jpeg_decompress_struct _decoder;
    private readonly MemoryStream _stream;
    private readonly Plane[] _planes;
    private readonly byte[] _row;
    private readonly int _linesAtOnce;
    private int _y;
    private int _line;
    private int _decodedRows;

    /// <param name="file">The whole file.</param>
    /// <param name="isStrict">Whether a warning about the header is an error, as one about pixels always is.</param>
    /// <param name="cancellation">Ends the reading of a file's scans, when there are several.</param>
    public LibJpegReader(byte[] file, bool isStrict, CancellationToken cancellation = default)
    {
        _messages = new() { IsStrict = isStrict };
        _decoder = new(_messages) { Progress = new() };
        _decoder.Progress.OnProgress += (_, _) =>
        {
            cancellation.ThrowIfCancellationRequested();
            EnsureFewScans();
        };
        JpegWorkload.EnsureBearable(file);
        _stream = new(StandardHuffmanTables.AddTo(file), writable: false);
        Decode(Start);
        _linesAtOnce = _decoder.Max_v_samp_factor * BlockSize;
        _planes = [.. _decoder.Comp_info
            .Take(Components)
            .Select(component => new Plane(component, MaximumAcross, _decoder.Max_v_samp_factor))];
        _row = new byte[Width * Components];
    }

    public int Width => _decoder.Image_width;

    public int Height => _decoder.Image_height;

    public int Components => _decoder.Num_components;

    public J_COLOR_SPACE ColorSpace => _decoder.Jpeg_color_space;

    /// <summary>For each component, how many samples a pixel has across and down: one, or a part of one where it is subsampled.</summary>
    public IEnumerable<(double Across, double Down)> Sampling => _decoder.Comp_info.Take(Components).Select(component =>
        ((double)component.H_samp_factor / MaximumAcross, (double)component.V_samp_factor / _decoder.Max_v_samp_factor));

    private int MaximumAcross => _decoder.Comp_info.Take(Components).Max(component => component.H_samp_factor);

    /// <summary>Whether the next row is yet to be decoded, with some that follow it.</summary>
    public bool IsDue => _y == _decodedRows;

    /// <summary>Decodes the next rows if they are due.</summary>
    public void Prepare()
    {
        if (!IsDue) return;
        Decode(() => _decoder.jpeg_read_raw_data([.. _planes.Select(plane => plane.Lines)], _linesAtOnce));
        _decodedRows += _linesAtOnce;
    }

    /// <summary>Goes on to the next row, or to the first.</summary>
    public void Advance()
    {
        Prepare();
        _line = _y++ % _linesAtOnce;
    }

    /// <summary>The row's samples of a component as they are stored, fewer than pixels where it is subsampled; good until the next row.</summary>
    public ReadOnlySpan<byte> SamplesOf(int component) => _planes[component].Stored(_line);

    /// <summary>The samples of a component that columns of pixels have a part in.</summary>
    public (int First, int End) PlaceOf(int component, int first, int end) => _planes[component].PlaceOf(first, end);

    /// <summary>The next row, its components side by side; good until the next call.</summary>
    public ReadOnlySpan<byte> ReadRow()
    {
        Advance();
        for (var i = 0; i < _planes.Length; i++) _planes[i].CopyLine(_line, _row.AsSpan(i), _planes.Length);
        return _row;
    }

    /// <summary>Reads to the end of the file's picture, once all rows are read.</summary>
    public void Finish() => Decode(() => _decoder.jpeg_finish_decompress());

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Start()
    {
        _decoder.jpeg_stdio_src(_stream);
        _decoder.jpeg_read_header(require_image: true);
        ImageHeader.EnsureDecodable(Width, Height);
        _decoder.Raw_data_out = true;
        _decoder.Do_fancy_upsampling = false; // or blocks of fewer samples would be decoded at another size
        _decoder.Do_block_smoothing = false;
        _decoder.Dct_method = J_DCT_METHOD.JDCT_ISLOW;
        _messages.IsStrict = true;
        _decoder.jpeg_start_decompress();
    }

    private void EnsureFewScans()
    {
        if (_decoder.Input_scan_number > MaximumScans) throw new InvalidDataException("There are more scans than any picture has.");
    }

    // The library throws plain exceptions, and index and null errors on damaged files, and asks for more memory than there is.
    private static void Decode(Action step)
    {
        try
        {
            step();
        }
        catch (Exception problem) when (problem is not (ClovaOcrException or OperationCanceledException))
        {
            throw Refusal.Damaged("a JPEG decoder cannot read it", problem);
        }
    }

    /// <summary>The lines of one component that are decoded at once.</summary>
    private sealed class Plane
    {
        private readonly int _across;
        private readonly int _down;
        private readonly int _maximumAcross;
        private readonly int _maximumDown;

        public Plane(jpeg_component_info component, int maximumAcross, int maximumDown)
        {
            (_across, _down, _maximumAcross, _maximumDown) = (component.H_samp_factor, component.V_samp_factor, maximumAcross, maximumDown);
            Lines = new byte[_down * BlockSize][];
            for (var i = 0; i < Lines.Length; i++) Lines[i] = new byte[component.Width_in_blocks * BlockSize];
        }

        public byte[][] Lines { get; }

        public byte[] Stored(int line) => Lines[line * _down / _maximumDown];

        public (int First, int End) PlaceOf(int first, int end) =>
            (first * _across / _maximumAcross, ((end * _across) + _maximumAcross - 1) / _maximumAcross);

        /// <summary>Copies a line of the picture's height to every so many places, each sample as often as it is stored for.</summary>
        public void CopyLine(int line, Span<byte> to, int step)
        {
            var from = Stored(line);
            if (_across == _maximumAcross)
            {
                for (var (x, place) = (0, 0); place < to.Length; x++, place += step) to[place] = from[x];
                return;
            }

            for (var (x, place) = (0, 0); place < to.Length; x += _across, place += step) to[place] = from[x / _maximumAcross];
        }
    }
}
