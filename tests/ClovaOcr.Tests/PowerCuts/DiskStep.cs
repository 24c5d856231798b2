namespace ClovaOcr.Tests.PowerCuts;

/// <summary>A step that was taken. Files are numbered, because their names change.</summary>
internal abstract record DiskStep
{
    public sealed record Made(int File, string Path) : DiskStep;

    public sealed record FolderMade(string Path) : DiskStep;

    public sealed record Written(int File, long Offset, byte[] Bytes) : DiskStep;

    public sealed record CutOff(int File, long Length) : DiskStep;

    public sealed record Flushed(int File) : DiskStep;

    public sealed record FolderFlushed(string Folder) : DiskStep;

    public sealed record Renamed(int File, string From, string To) : DiskStep;

    public sealed record Removed(int File, string Path) : DiskStep;

    /// <summary>Somebody was told that something is done.</summary>
    public sealed record Claimed(int What) : DiskStep;
}
