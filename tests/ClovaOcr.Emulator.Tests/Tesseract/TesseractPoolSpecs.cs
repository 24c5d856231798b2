using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading;
using ClovaOcr.Emulator.Reading.Tesseract;
using ClovaOcr.Tests;
using Xunit;

namespace ClovaOcr.Emulator.Tests.Tesseract;

/// <summary>The runs of Tesseract, with a program in its place that behaves as it is told.</summary>
public sealed class TesseractPoolSpecs
{
    private static readonly TesseractSettings Settings = new("eng");

    private readonly ManualClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_pictures_of_a_call_are_read_in_their_order_by_one_run()
    {
        using var fake = new FakeTesseract();
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        var pictures = Enumerable.Range(1, 40).Select(i => Picture(i, 41 - i)).ToArray();
        var readings = await pool.ReadAsync(pictures, Settings, Cancellation);
        Assert.Equal(pictures.Select(picture => $"{picture.Width}x{picture.Height}"), readings.Select(reading => reading.Text));
        Assert.Equal(new WordReading("3x38", 96.5, 0, 0, 3, 38), Assert.Single(readings[2].Words));
        Assert.Equal(1, fake.Runs);
    }

    [Fact]
    public async Task A_call_without_pictures_runs_nothing()
    {
        using var fake = new FakeTesseract();
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        Assert.Empty(await pool.ReadAsync([], Settings, Cancellation));
        Assert.Equal(0, fake.Runs);
    }

    [Theory]
    [InlineData("crash", "tesseract ended with exit code ")]
    [InlineData("exit 3", "tesseract ended with exit code 3.")]
    [InlineData("flood", "tesseract printed more than 4096 KB.")]
    [InlineData("flood errors", "tesseract printed more than 4096 KB.")]
    [InlineData("answer without reading", "tesseract answered for 0 pictures of 2.")]
    [InlineData("say ", "tesseract printed nothing.")]
    [InlineData("say 990101-5******", "tesseract printed what is not the TSV that was asked for.")]
    public async Task A_run_that_fails_is_an_error_without_what_was_read_and_the_next_call_works(string conduct, string message)
    {
        using var fake = new FakeTesseract(conduct);
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        var exception = await Assert.ThrowsAsync<CardReaderException>(() => ReadAsync(pool));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, fake.Running);

        fake.Reads("answer");
        Assert.Equal(["1000x1000", "5x7"], (await ReadAsync(pool)).Select(reading => reading.Text));
    }

    [Fact]
    public async Task What_it_says_beside_the_answer_holds_nothing_up()
    {
        using var fake = new FakeTesseract("talk on errors");
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        Assert.Equal(2, (await ReadAsync(pool)).Count);
    }

    [Theory]
    [InlineData("hang", 1)]
    [InlineData("hang with a child", 2)]
    [InlineData("hang and ignore SIGTERM", 1)]
    [InlineData("hang after the answer", 1)]
    public async Task A_run_that_hangs_is_ended_with_all_its_processes_when_its_time_is_up(string conduct, int processes)
    {
        using var fake = new FakeTesseract(conduct);
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        var reading = ReadAsync(pool);
        Assert.Equal(TimeSpan.FromSeconds(30), await _clock.NextWaitAsync());
        await Eventually.IsTrueAsync(() => fake.Running == processes);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var exception = await Assert.ThrowsAsync<CardReaderException>(() => reading);
        Assert.Equal("tesseract did not end within 30 s.", exception.Message);
        await EndsAsync(fake, processes);

        fake.Reads("answer");
        Assert.Equal(2, (await ReadAsync(pool)).Count);
    }

    [Fact]
    public async Task A_child_that_a_run_left_behind_with_its_output_holds_nothing_up_when_the_time_is_up()
    {
        using var fake = new FakeTesseract("leave a child");
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        var reading = ReadAsync(pool);
        Assert.Equal(TimeSpan.FromSeconds(30), await _clock.NextWaitAsync());
        await Eventually.IsTrueAsync(() => fake is { Runs: 2, Running: 1 });
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<CardReaderException>(() => reading);
        Assert.Equal(1, fake.Running);
        fake.Go();
        await Eventually.IsTrueAsync(() => fake.Running == 0);
    }

    [Theory]
    [InlineData("hang", 1)]
    [InlineData("hang with a child", 2)]
    public async Task A_cancelled_call_ends_all_its_processes(string conduct, int processes)
    {
        using var fake = new FakeTesseract(conduct);
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        using var caller = new CancellationTokenSource();
        var reading = pool.ReadAsync([Picture(1000, 1000)], Settings, caller.Token);
        await Eventually.IsTrueAsync(() => fake.Running == processes);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await EndsAsync(fake, processes);

        fake.Reads("answer");
        Assert.Equal(2, (await ReadAsync(pool)).Count);
    }

    [Fact]
    public async Task Of_many_calls_no_more_run_at_once_than_there_are_places()
    {
        using var fake = new FakeTesseract("wait");
        await using var pool = new TesseractPool(fake.Program, 3, _clock);
        var calls = Enumerable.Range(0, 12).Select(_ => ReadAsync(pool)).ToArray();
        await Eventually.IsTrueAsync(() => fake.Running == 3);

        // The time of a run is measured from its start, so that three clocks run where three programs do.
        Assert.Equal(3, _clock.Waits);
        fake.Go();
        var most = 0;
        var all = Task.WhenAll(calls);
        await Eventually.IsTrueAsync(() =>
        {
            most = Math.Max(most, fake.Running);
            return all.IsCompleted;
        });
        Assert.All(await all, readings => Assert.Equal(2, readings.Count));
        Assert.InRange(most, 0, 3);
        Assert.Equal((12, 12), (_clock.Waits, fake.Runs));
    }

    [Fact]
    public async Task A_call_that_waits_for_its_place_can_be_cancelled_and_runs_nothing()
    {
        using var fake = new FakeTesseract("wait");
        await using var pool = new TesseractPool(fake.Program, 1, _clock);
        using var caller = new CancellationTokenSource();
        var first = ReadAsync(pool);
        var second = pool.ReadAsync([Picture(5, 7)], Settings, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        fake.Go();
        await first;
        Assert.Equal((2, 1), ((await first).Count, fake.Runs));
    }

    [Fact]
    public async Task When_the_pool_ends_so_does_what_runs_and_what_waits()
    {
        using var fake = new FakeTesseract("hang");
        var pool = new TesseractPool(fake.Program, 2, _clock);
        var calls = Enumerable.Range(0, 4).Select(_ => ReadAsync(pool)).ToArray();
        await Eventually.IsTrueAsync(() => fake.Running == 2);
        await pool.DisposeAsync();
        Assert.Equal((0, 2), (fake.Running, fake.Runs));
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(pool));
        await pool.DisposeAsync();
    }

    [Fact]
    public async Task A_program_that_vanished_is_an_error()
    {
        TesseractProgram program;
        using (var fake = new FakeTesseract()) program = fake.Program;
        await using var pool = new TesseractPool(program, 1, _clock);
        var exception = await Assert.ThrowsAsync<CardReaderException>(() => ReadAsync(pool));
        Assert.Equal("tesseract could not be started.", exception.Message);
    }

    // The run itself is over when its call is; a child of it, which only the system can wait for, a moment later.
    private static Task EndsAsync(FakeTesseract fake, int processes)
    {
        Assert.InRange(fake.Running, 0, processes - 1);
        return Eventually.IsTrueAsync(() => fake.Running == 0);
    }

    // A megabyte is more than a pipe holds, so that a program that does not read it makes who writes it wait.
    private static Task<IReadOnlyList<LineReading>> ReadAsync(TesseractPool pool) =>
        pool.ReadAsync([Picture(1000, 1000), Picture(5, 7)], Settings, Cancellation);

    private static GrayImage Picture(int width, int height) => new(width, height, new byte[width * height]);
}
