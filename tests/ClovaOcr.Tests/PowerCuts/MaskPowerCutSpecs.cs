using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ClovaOcr.Imaging;
using ClovaOcr.Platform;
using ClovaOcr.Tests.Imaging;
using Xunit;

namespace ClovaOcr.Tests.PowerCuts;

/// <summary>Whatever of the steps a power cut leaves, a masked copy is whole or not there, and the next run completes the work.</summary>
public sealed class MaskPowerCutSpecs : IDisposable
{
    private const int Copies = 2;

    private static readonly byte[] Other = [.. Enumerable.Repeat((byte)'x', 2000)];

    private readonly TemporaryFolder _folder = new();
    private string _root = "";
    private int _states;

    public void Dispose()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{_states} states of the disk.");
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_masked_copy_is_whole_or_not_there_and_what_was_reported_is_there(bool overwrite)
    {
        var disk = Record(overwrite);
        Assert.True(Run(disk, overwrite));
        foreach (var cut in PowerCut.Of(disk)) AssertIsCompleted(cut, overwrite);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_killed_run_left_is_not_built_upon_and_gone_after_the_next(bool overwrite)
    {
        for (var steps = 0; ; steps++)
        {
            var disk = Record(overwrite);
            disk.StepsLeft = steps;
            var isOver = Run(disk, overwrite);
            disk.StepsLeft = int.MaxValue;
            var killedAt = disk.Steps.Count;
            Run(disk, overwrite);
            AssertIsComplete();
            foreach (var cut in PowerCut.Of(disk, killedAt, Tearing.None)) AssertIsCompleted(cut, overwrite);
            if (isOver) break;
        }
    }

    private static string NameOf(int number) => $"card-{number}.masked.jpg";

    private string DestinationOf(int number) => Path.Combine(_root, "out", "new", NameOf(number));

    /// <summary>A folder in which, if it is to be overwritten, there is another file in the first copy's place.</summary>
    private RecordingDisk Record(bool overwrite)
    {
        _root = NewFolder();
        if (overwrite)
        {
            Directory.CreateDirectory(Path.Combine(_root, "out", "new"));
            File.WriteAllBytes(DestinationOf(0), Other);
        }

        return new RecordingDisk(_root);
    }

    /// <summary>Makes the copies of two pictures like the command, and claims each that is done.</summary>
    /// <returns>Whether it came to its end.</returns>
    private bool Run(Disk disk, bool overwrite)
    {
        using var output = new MaskOutput(overwrite, disk);
        var waiting = new List<(int Number, StagedCopy Copy)>();
        try
        {
            for (var number = 0; number < Copies; number++)
            {
                if (!IsFree(output, DestinationOf(number))) continue;
                var staged = output.Stage(HandmadeCopy.Of(number), DestinationOf(number));
                if (staged.Overwrites)
                {
                    waiting.Add((number, staged));
                    continue;
                }

                output.MoveIntoPlace(staged);
                (disk as RecordingDisk)?.Claim(number);
            }

            foreach (var (number, staged) in waiting)
            {
                output.MoveIntoPlace(staged);
                (disk as RecordingDisk)?.Claim(number);
            }

            return true;
        }
        catch (Exception exception) when (exception is ClovaOcrException or IOException)
        {
            return false;
        }
    }

    private static bool IsFree(MaskOutput output, string destination)
    {
        try
        {
            output.Check("source.jpg", destination);
            return true;
        }
        catch (ClovaOcrException exception) when (exception.Kind == ClovaOcrErrorKind.DestinationExists)
        {
            return false;
        }
    }

    private void AssertIsCompleted(PowerCut cut, bool overwrite)
    {
        _states++;
        var recorded = cut.Image.Folders.First();
        _root = NewFolder();
        cut.Image.WriteTo(recorded, _root);
        for (var number = 0; number < Copies; number++)
        {
            var bytes = File.Exists(DestinationOf(number)) ? File.ReadAllBytes(DestinationOf(number)) : null;
            if (cut.Claims.Contains(number)) Assert.Equal(HandmadeCopy.BytesOf(number), bytes);
            else if (bytes is not null && !(overwrite && bytes.SequenceEqual(Other))) Assert.Equal(HandmadeCopy.BytesOf(number), bytes);
        }

        Assert.True(Run(new ImpatientDisk(), overwrite));
        AssertIsComplete();
    }

    private void AssertIsComplete()
    {
        for (var number = 0; number < Copies; number++) Assert.Equal(HandmadeCopy.BytesOf(number), File.ReadAllBytes(DestinationOf(number)));
        Assert.Equal(Copies, Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Length);
    }

    private string NewFolder() => Directory.CreateDirectory(Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"))).FullName;
}
