using System;

namespace ClovaOcr.Emulator.Reading.Print.Plans;

/// <summary>What a text is taken for when it is read.</summary>
[Flags]
internal enum Letters
{
    None = 0,
    Latin = 1,
    Korean = 2,
}
