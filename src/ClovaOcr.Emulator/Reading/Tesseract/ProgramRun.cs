using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>
/// One run of a program, of which nothing is left when it is over, however it ends; but for processes that it left behind by itself, which can
/// no longer be found, and whose output nobody takes.
/// </summary>
/// <param name="path">The program.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="limits">What it may take.</param>
/// <param name="time">The clock for the time that it may take.</param>
internal sealed class ProgramRun(string path, IEnumerable<string> arguments, ProgramLimits limits, TimeProvider time)
{
    private readonly string _name = Path.GetFileNameWithoutExtension(path);

    /// <summary>Runs it.</summary>
    /// <param name="writeInput">Writes what it is to read; the stream's end is its input's end.</param>
    /// <param name="cancellation">Ends the program at once.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="CardReaderException">It could not be started, took too long, printed too much or ended with an error.</exception>
    /// <exception cref="OperationCanceledException">It was ended because that was asked for.</exception>
    public async Task<ProgramOutput> RunAsync(Func<Stream, CancellationToken, Task> writeInput, CancellationToken cancellation)
    {
        using var timeLimit = new CancellationTokenSource(limits.Time, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeLimit.Token);
        cancellation.ThrowIfCancellationRequested();
        using var process = Start();
        try
        {
            // All three streams move at the same time: a program waits when nobody takes what it prints, and so would who writes to it.
            var output = ReadAsync(process.StandardOutput.BaseStream, end.Token);
            var errors = ReadAsync(process.StandardError.BaseStream, end.Token);
            var input = WriteAsync(process.StandardInput, writeInput, end.Token);
            await AllOrFirstFailureAsync(output, errors, input).WaitAsync(end.Token);
            await process.WaitForExitAsync(end.Token);
            return process.ExitCode == 0
                ? new(await output, await errors)
                : throw new CardReaderException($"{_name} ended with exit code {process.ExitCode}.");
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new CardReaderException($"{_name} did not end within {limits.Time.TotalSeconds} s.", exception);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);

            // Otherwise they would stay open, and be read, for as long as such a process holds their other ends.
            await process.StandardOutput.BaseStream.DisposeAsync();
            await process.StandardError.BaseStream.DisposeAsync();
        }
    }

    private static async Task AllOrFirstFailureAsync(params Task[] tasks)
    {
        await foreach (var task in Task.WhenEach(tasks)) await task;
    }

    private static async Task WriteAsync(StreamWriter input, Func<Stream, CancellationToken, Task> writeInput, CancellationToken end)
    {
        try
        {
            await using (input) await writeInput(input.BaseStream, end);
        }
        catch (IOException)
        {
            // It ended, or closed its input, without reading on: its exit code and what it printed say whether that was right.
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,

            // Its threads would only get in each other's way, and in those of other runs: lines are too small a work to share.
            Environment = { ["OMP_THREAD_LIMIT"] = "1" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new CardReaderException($"{_name} could not be started.", exception);
        }
    }

    private async Task<byte[]> ReadAsync(Stream stream, CancellationToken end)
    {
        using var all = new MemoryStream();
        var block = new byte[16 * 1024];
        while (await stream.ReadAsync(block, end) is var count and > 0)
        {
            if (all.Length + count > limits.MaximumOutput)
                throw new CardReaderException($"{_name} printed more than {limits.MaximumOutput / 1024} KB.");
            all.Write(block, 0, count);
        }

        return all.ToArray();
    }
}
