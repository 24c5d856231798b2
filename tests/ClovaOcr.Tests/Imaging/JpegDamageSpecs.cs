namespace ClovaOcr.Tests.Imaging;

public class JpegDamageSpecs() : DamageSpecs(
[
    new JpegRecipe { RestartInterval = 1, Segments = [JpegRecipe.Exif(6)] }.Encode(new(40, 24, 3)),
    new JpegRecipe { IsOptimized = true, Across = 1, Down = 1 }.Encode(new(24, 24, 3)),
]);
