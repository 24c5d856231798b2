using System;

namespace ClovaOcr.Emulator.Reading;

/// <summary>A reader that could not do its work: its process crashed, hung or printed what nobody understands. Says nothing of the picture.</summary>
internal sealed class CardReaderException(string message, Exception? cause = null) : Exception(message, cause);
