using System;
using System.IO;
using System.Linq;
using System.Threading;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Review;

/// <summary>The page's file: for its owner alone, whole or not at all, and never over anything that is not to be lost.</summary>
public sealed class ReviewFileSpecs
{
    private const string Specimen = "ac-10-etc-small-gray.jpg";

    [Fact]
    public void The_page_and_a_new_folder_for_it_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("On Windows a file has the rights of its folder.");
            return;
        }

        using var scene = new ReviewScene();
        scene.Add(Specimen);
        var file = Path.Combine(scene.Folder, "new", "review.html");
        Evidence.MayHold(TellTale.Names, file, "a page on which names are checked");
        scene.Page.Write(file, overwrite: false, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void A_file_that_is_there_is_left_alone_unless_it_may_be_overwritten()
    {
        using var scene = new ReviewScene();
        scene.Add(Specimen);
        File.WriteAllText(scene.File, "another file");
        Assert.Equal(ClovaOcrErrorKind.DestinationExists, Assert.Throws<ClovaOcrException>(() => scene.Write()).Kind);
        Assert.Equal("another file", scene.Text);
        scene.Write(overwrite: true);
        Assert.StartsWith("<!doctype html>", scene.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_or_a_masked_copy_of_the_page_is_never_overwritten()
    {
        using var scene = new ReviewScene();
        var card = ReviewScene.CardOf(Specimen);
        var proof = scene.Mask(Specimen, card);
        scene.Page.Add(card);
        scene.Page.Add(proof);
        Assert.Equal(ClovaOcrErrorKind.DestinationIsSource, Refused(scene, proof.Path).Kind);
        var picture = Path.Combine(scene.Folder, "picture.html");
        File.Copy(Path.Combine(TestData.Cards, Specimen), picture);
        Assert.Equal(ClovaOcrErrorKind.DestinationIsSource, Refused(scene, picture).Kind);
        Assert.Equal(proof.Hash, SourceFile.HashOf(File.ReadAllBytes(proof.Path)));
        Assert.Equal(card.ImageHash, SourceFile.HashOf(File.ReadAllBytes(picture)));
    }

    [Fact]
    public void A_folder_and_a_link_are_refused()
    {
        using var scene = new ReviewScene();
        scene.Add(Specimen);
        Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, Refused(scene, scene.Folder).Kind);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make links.");
        File.CreateSymbolicLink(scene.File, Path.Combine(scene.Folder, "elsewhere.html"));
        Assert.Equal(ClovaOcrErrorKind.DestinationUnwritable, Refused(scene, scene.File).Kind);
        Assert.False(File.Exists(Path.Combine(scene.Folder, "elsewhere.html")));
    }

    [Fact]
    public void A_run_that_is_ended_leaves_what_was_there_and_nothing_else()
    {
        using var scene = new ReviewScene();
        scene.Add(Specimen);
        scene.Add("ac-01-english.jpg");
        File.WriteAllText(scene.File, "an earlier page");
        var before = Directory.GetFiles(scene.Folder).Order().ToArray();
        using var cancellation = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => scene.Page.Write(scene.File, overwrite: true, (done, _) =>
        {
            // A staged file is in the folder now, for its owner alone.
            Assert.True(Directory.GetFiles(scene.Folder).Length > before.Length);
            if (done > 0) cancellation.Cancel();
        }, cancellation.Token));
        Assert.Equal(before, Directory.GetFiles(scene.Folder).Order());
        Assert.Equal("an earlier page", scene.Text);
    }

    private static ClovaOcrException Refused(ReviewScene scene, string file) => Assert.Throws<ClovaOcrException>(
        () => scene.Page.Write(file, overwrite: true, cancellation: TestContext.Current.CancellationToken));
}
