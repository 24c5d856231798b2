using System.IO;

namespace HelpPages.Reading;

/// <summary>Where the checkout's files are on the web.</summary>
/// <param name="Uri">The project's address.</param>
/// <param name="Root">The folder that it is of.</param>
internal sealed record ProjectAddress(string Uri, string Root)
{
    /// <summary>The address of a file or folder of the checkout.</summary>
    public string Of(string path) => $"{Uri}/blob/main/{Shown(path)}";

    /// <summary>A path as messages and addresses name it: from the root, with slashes.</summary>
    public string Shown(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
