namespace Bench.Pictures;

/// <summary>A picture to be masked.</summary>
/// <param name="Path">Its file.</param>
/// <param name="ResponsePath">A saved answer of the service for it.</param>
/// <param name="Left">Where the number is.</param>
/// <param name="Top">Where the number is.</param>
/// <param name="Right">Where the number ends.</param>
/// <param name="Bottom">Where the number ends.</param>
internal sealed record Scan(string Path, string ResponsePath, int Left, int Top, int Right, int Bottom)
{
    /// <summary>The file's name ending, with its dot.</summary>
    public string Extension => System.IO.Path.GetExtension(Path);
}
