using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Bench.Pictures;

namespace Bench.Peers;

/// <summary>The other programs, where they are here; null stands for one that is not.</summary>
internal sealed record PicturePrograms(string? Jpegtran, string? ImageMagick, string? Python)
{
    private const string Script =
        "import sys; from PIL import Image, ImageDraw; im = Image.open(sys.argv[1]); "
        + "ImageDraw.Draw(im).rectangle([int(n) for n in sys.argv[3:]], fill=0); im.save(sys.argv[2])";

    public static async Task<PicturePrograms> FindAsync() => new(
        await FirstAsync(["jpegtran"], "-version"),
        await FirstAsync(["magick", "convert-im6.q16", "convert"], "-version"),
        await FirstAsync(["python3", "/usr/bin/python3"], "-c", "import PIL"));

    /// <summary>Each that can work on a picture, by name, with its arguments, the one that ours is held against first; null for one not here.</summary>
    public IEnumerable<(string Name, string? Program, string[] Arguments)> For(Scan scan, string destination)
    {
        var corners = new[] { scan.Left, scan.Top, scan.Right, scan.Bottom }.Select(number => $"{number}").ToArray();
        if (scan.Extension == ".jpg") yield return ("jpegtran -copy none", Jpegtran, ["-copy", "none", "-outfile", destination, scan.Path]);
        yield return ("Pillow", Python, ["-c", Script, scan.Path, destination, .. corners]);
        yield return ("ImageMagick convert -draw", ImageMagick, [scan.Path, "-fill", "black", "-draw", $"rectangle {corners[0]},{corners[1]} {corners[2]},{corners[3]}", destination]);
    }

    private static async Task<string?> FirstAsync(string[] candidates, params string[] arguments)
    {
        foreach (var candidate in candidates)
            if (await PictureProgram.RunAsync(candidate, arguments) is not null) return candidate;
        return null;
    }
}
