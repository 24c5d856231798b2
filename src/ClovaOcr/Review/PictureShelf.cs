using System;
using System.Collections.Generic;
using System.IO;
using ClovaOcr.Imaging;
using ClovaOcr.Platform;

namespace ClovaOcr.Review;

/// <summary>
/// The page's pictures until it is known in what order the cards come: in a file beside the page, for its owner alone, so that memory does
/// not grow with their number. They are made of masked copies only.
/// </summary>
internal sealed class PictureShelf : IDisposable
{
    private readonly StagingFolder _folder;
    private readonly string _name;
    private readonly FileStream _file;
    private readonly List<(long Start, int Length)> _places = [];

    /// <exception cref="IOException">No file can be made there.</exception>
    public PictureShelf(Disk disk, StagingFolder folder)
    {
        (_folder, _name) = (folder, folder.NextName());
        _file = disk.CreateNew(_name);
    }

    public int Count => _places.Count;

    /// <summary>Puts a picture away.</summary>
    /// <returns>Its number.</returns>
    public int Add(byte[] jpeg)
    {
        _places.Add((_file.Seek(0, SeekOrigin.End), jpeg.Length));
        _file.Write(jpeg, 0, jpeg.Length);
        return _places.Count - 1;
    }

    /// <summary>Gets a picture back.</summary>
    public byte[] Read(int number)
    {
        var (start, length) = _places[number];
        var jpeg = new byte[length];
        _file.Position = start;
        return _file.Fill(jpeg, 0, length) == length ? jpeg : throw new IOException("A picture is not whole.");
    }

    /// <summary>Removes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _folder.Remove(_name);
    }
}
