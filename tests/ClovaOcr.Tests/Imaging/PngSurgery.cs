using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ClovaOcr.Tests.Imaging;

/// <summary>Takes PNG files apart at their chunks.</summary>
internal static class PngSurgery
{
    public static List<(string Type, byte[] Data)> Split(byte[] file)
    {
        var chunks = new List<(string, byte[])>();
        for (var position = 8; position < file.Length;)
        {
            var length = (file[position] << 24) | (file[position + 1] << 16) | (file[position + 2] << 8) | file[position + 3];
            chunks.Add((Encoding.ASCII.GetString(file, position + 4, 4), file.AsSpan(position + 8, length).ToArray()));
            position += length + 12;
        }

        return chunks;
    }

    public static byte[] Join(IEnumerable<(string Type, byte[] Data)> chunks)
    {
        var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\u001A\n"u8]);
        foreach (var (type, data) in chunks) PngRecipe.WriteChunk(file, type, data);
        return file.ToArray();
    }

    /// <summary>The file with the first chunk of a type changed, its checksum made right.</summary>
    public static byte[] Change(byte[] file, string type, Action<byte[]> change)
    {
        var chunks = Split(file);
        change(chunks.First(chunk => chunk.Type == type).Data);
        return Join(chunks);
    }

    /// <summary>The file with a chunk put before the first one of a type.</summary>
    public static byte[] With(byte[] file, string before, string type, params byte[] data)
    {
        var chunks = Split(file);
        chunks.Insert(chunks.FindIndex(chunk => chunk.Type == before), (type, data));
        return Join(chunks);
    }
}
