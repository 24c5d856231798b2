using System;

namespace ClovaOcr.Emulator.Reading.Tesseract;

/// <summary>What a program may take.</summary>
/// <param name="Time">From its start to its end.</param>
/// <param name="MaximumOutput">Bytes that it may print, on either stream.</param>
internal sealed record ProgramLimits(TimeSpan Time, int MaximumOutput);
