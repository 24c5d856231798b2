using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ClovaOcr.Fuzz.Targets;
using SharpFuzz.Common;

namespace ClovaOcr.Fuzz;

/// <summary>
/// Takes of a fuzzer's inputs the few that are worth keeping: the smallest ones that go a way that neither the files there are already nor
/// the ones before them go.
/// </summary>
internal sealed class Distillation(FuzzTarget target)
{
    private const int MapSize = 1 << 16;

    private readonly bool[] _known = new bool[MapSize];

    /// <param name="have">Folders of files that are there already.</param>
    /// <param name="found">The folder of the fuzzer's inputs.</param>
    /// <param name="into">Where the kept ones go, named by their content.</param>
    /// <param name="longest">Bytes: no longer one is kept.</param>
    /// <returns>How many are kept.</returns>
    public int Run(IEnumerable<string> have, string found, string into, int longest)
    {
        // What is set up once must not count as an input's way, so that the first one runs twice.
        foreach (var file in have.SelectMany(Directory.EnumerateFiles)) _ = GoesNewWay(file) && GoesNewWay(file);
        if (!_known.Contains(true)) throw new InvalidOperationException("This build tells no way: it is not instrumented.");

        var kept = 0;
        foreach (var file in new DirectoryInfo(found).EnumerateFiles("id:*").Where(file => file.Length <= longest).OrderBy(file => file.Length))
        {
            var input = File.ReadAllBytes(file.FullName);
            if (RegistrationNumbers.MayHoldAPersons(Encoding.Latin1.GetString(input)) || !GoesNewWay(file.FullName)) continue;
            File.WriteAllBytes(Path.Combine(into, Convert.ToHexStringLower(SHA256.HashData(input))[..12]), input);
            kept++;
        }

        return kept;
    }

    private unsafe bool GoesNewWay(string file)
    {
        var input = File.ReadAllBytes(file);
        if (input.Length > target.MaximumLength) return false;
        var map = new byte[MapSize];
        fixed (byte* ways = map)
        {
            Trace.SharedMem = ways;
            Trace.PrevLocation = 0;
            try
            {
                target.Run(input);
            }
            catch (Exception)
            {
                // A finding becomes a test by hand.
                return false;
            }
        }

        var isNew = false;
        for (var way = 0; way < MapSize; way++)
        {
            isNew |= map[way] > 0 && !_known[way];
            _known[way] |= map[way] > 0;
        }

        return isNew;
    }
}
