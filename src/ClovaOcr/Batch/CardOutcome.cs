using System;
using ClovaOcr.Cards;

namespace ClovaOcr.Batch;

/// <summary>What became of one file: a reading or an error, never both and never neither.</summary>
/// <param name="Path">The file.</param>
/// <param name="ImageHash">The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits; null when it could not be read.</param>
/// <param name="Reading">What the service answered; null when it did not.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
/// <param name="Elapsed">From reading the file to reading the answer.</param>
public sealed record CardOutcome(string Path, string? ImageHash, CardReading? Reading, ClovaOcrException? Error, TimeSpan Elapsed);
