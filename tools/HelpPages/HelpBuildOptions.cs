namespace HelpPages;

/// <summary>Where the help comes from and where it goes.</summary>
internal sealed record HelpBuildOptions
{
    /// <summary>The folder with one folder of pages for each culture.</summary>
    public required string Pages { get; init; }

    /// <summary>The module's manifest, which knows the project's address.</summary>
    public required string Manifest { get; init; }

    /// <summary>The module's assembly, built.</summary>
    public required string Assembly { get; init; }

    /// <summary>The folder of the sample scripts, whose parameters pages speak of too.</summary>
    public required string Scripts { get; init; }

    /// <summary>The folder that gets one folder of help for each culture.</summary>
    public required string Destination { get; init; }
}
