using System;
using System.IO;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>Alone, because what is measured is the whole process' memory.</summary>
[Collection("Alone")]
public sealed class ReviewMemorySpecs
{
    [Fact]
    public void Memory_does_not_grow_with_the_pictures()
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf("ac-10-etc-small-gray.jpg");
        var proof = scene.Mask("ac-10-etc-small-gray.jpg", card);
        for (var i = 0; i < 60; i++)
        {
            var hash = $"{i:x64}";
            scene.Page.Add(card with { ImageHash = hash });
            scene.Page.Add(proof with { SourceHash = hash });
        }

        long early = 0, late = 0;
        Evidence.MayHold(TellTale.Names, scene.File, "a page on which names are checked");
        scene.Page.Write(scene.File, overwrite: false, (done, all) =>
        {
            if (done is >= 12 and < 16) early = GC.GetTotalMemory(forceFullCollection: true);
            if (done is >= 52 and < 60) late = GC.GetTotalMemory(forceFullCollection: true);
        }, TestContext.Current.CancellationToken);
        Assert.InRange(late - early, long.MinValue, 2_000_000);
        Assert.True(new FileInfo(scene.File).Length > 60 * 20_000);
    }
}
