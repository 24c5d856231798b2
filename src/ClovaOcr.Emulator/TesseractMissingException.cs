using System;

namespace ClovaOcr.Emulator;

/// <summary>Tesseract is not there, is too old or lacks a language. The message says which, and how to install it.</summary>
public sealed class TesseractMissingException : Exception
{
    private const string Remedy =
        "To install it: apt-get install tesseract-ocr tesseract-ocr-kor (Debian, Ubuntu), brew install tesseract tesseract-lang (macOS), "
        + "or the installer of https://github.com/UB-Mannheim/tesseract/wiki with Korean ticked (Windows).";

    internal TesseractMissingException(string what, Exception? cause = null)
        : base($"{what}. {Remedy}", cause)
    {
    }
}
