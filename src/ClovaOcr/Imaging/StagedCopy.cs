using System;
using System.Collections.Generic;
using System.IO;

namespace ClovaOcr.Imaging;

/// <summary>
/// A masked copy that lies beside its destination, whole and read back, under a name of its own. It is moved there in one step, or
/// disposed, which leaves everything as it was.
/// </summary>
public sealed class StagedCopy : IDisposable
{
    private readonly string _beside;
    private readonly bool _overwrite;

    internal StagedCopy(string beside, string destination, bool overwrite, bool isInPlace)
    {
        (_beside, _overwrite) = (beside, overwrite);
        (Destination, IsInPlace) = (destination, isInPlace);
    }

    /// <summary>Where the copy goes.</summary>
    public string Destination { get; }

    /// <summary>Whether the very same bytes are there already, so that nothing is left to do.</summary>
    public bool IsInPlace { get; }

    /// <summary>Whether another file is there, which would be lost.</summary>
    public bool Overwrites => !IsInPlace && MaskDestination.Exists(Destination);

    /// <summary>Moves the copy to its destination.</summary>
    /// <param name="sourceHashes">The SHA-256 of every picture that must not be overwritten.</param>
    /// <exception cref="ClovaOcrException">The destination holds one of these pictures, or cannot be written.</exception>
    public void MoveIntoPlace(IReadOnlyCollection<string> sourceHashes)
    {
        if (IsInPlace) return;
        try
        {
            MaskDestination.Check(Destination, _overwrite, sourceHashes);
            if (_overwrite && File.Exists(Destination)) File.Replace(_beside, Destination, destinationBackupFileName: null);
            else File.Move(_beside, Destination);
        }
        catch (Exception exception) when (MaskDestination.IsDiskProblem(exception))
        {
            throw MaskDestination.Unwritten(Destination, _overwrite);
        }
    }

    /// <summary>Removes what was not moved.</summary>
    public void Dispose() => MaskDestination.Remove(_beside);
}
