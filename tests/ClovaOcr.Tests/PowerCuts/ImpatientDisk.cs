using System.IO;
using ClovaOcr.Platform;

namespace ClovaOcr.Tests.PowerCuts;

/// <summary>Takes each step for real and waits for no disk, which makes no difference to who looks at the files afterwards.</summary>
internal sealed class ImpatientDisk : Disk
{
    public override void Flush(FileStream file) => file.Flush();

    public override void Flush(string path)
    {
    }

    public override void FlushFolderOf(string path)
    {
    }
}
