using System;
using System.Threading.Tasks;
using ClovaOcr.Emulator.Reading.Print;
using ClovaOcr.Emulator.Reading.Specimens;
using ClovaOcr.Emulator.Reading.Tesseract;

namespace ClovaOcr.Emulator.Reading;

/// <summary>The reader that an emulator's options ask for, as far as this machine has it.</summary>
internal sealed class ChosenReader : IAsyncDisposable
{
    private readonly TesseractPool? _pool;

    private ChosenReader(ICardReader reader, string description, TesseractPool? pool = null) =>
        (Reader, Description, _pool) = (reader, description, pool);

    public ICardReader Reader { get; }

    /// <summary>What is read, by what, and what is missing; one line.</summary>
    public string Description { get; }

    /// <summary>Whether it reads more than the specimens.</summary>
    public bool ReadsAnyPicture => _pool is not null;

    /// <exception cref="TesseractMissingException">Tesseract is asked for and is not there.</exception>
    public static async Task<ChosenReader> ChooseAsync(
        ReaderChoice choice, SpecimenSet specimens, ProgramFolders folders, TimeProvider time)
    {
        var (known, others) = specimens.Count == 0
            ? ("No specimens were found", "every picture")
            : ($"Reads the {specimens.Count} specimens", "every other picture");
        var specimenReader = new SpecimenReader(specimens);
        if (choice == ReaderChoice.Specimens) return new(specimenReader, $"{known}: {others} is answered FAILURE.");
        try
        {
            var program = await TesseractProgram.FindAsync(folders, time);
            var pool = new TesseractPool(program, Environment.ProcessorCount, time);
            var reader = new TesseractReader(pool);
            return choice == ReaderChoice.Tesseract
                ? new(reader, $"Reads every picture with {program}.", pool)
                : new(new ReaderChain(specimenReader, reader), $"{known}; {others} is read with {program}.", pool);
        }
        catch (TesseractMissingException exception) when (choice == ReaderChoice.Auto)
        {
            return new(specimenReader, $"{known}: {others} is answered FAILURE. {exception.Message}");
        }
    }

    /// <summary>Ends what still runs for it.</summary>
    public ValueTask DisposeAsync() => _pool?.DisposeAsync() ?? ValueTask.CompletedTask;
}
