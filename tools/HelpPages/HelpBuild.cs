using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using HelpPages.Checking;
using HelpPages.Module;
using HelpPages.Reading;
using HelpPages.Writing;

namespace HelpPages;

/// <summary>Pages in, help files out; nothing is written when a page is wrong.</summary>
internal static class HelpBuild
{
    /// <summary>The culture that every other one is compared with, and that PowerShell falls back to.</summary>
    public const string FirstCulture = "en-US";

    private const string MamlSuffix = "-Help.xml";
    private const string TopicSuffix = ".help.txt";

    /// <summary>Makes the help of every culture that has pages.</summary>
    /// <returns>What is wrong with the pages, by file and line; nothing when the help was written.</returns>
    public static IReadOnlyList<Problem> Run(HelpBuildOptions options)
    {
        var problems = new List<Problem>();
        var commands = ModuleCommands.Read(options.Assembly);
        var project = new ProjectAddress(ModuleManifest.ReadProjectUri(options.Manifest), Path.GetDirectoryName(options.Pages)!);
        var cultures = Directory.EnumerateDirectories(options.Pages)
            .Where(folder => SectionTitles.ByCulture.ContainsKey(Path.GetFileName(folder)))
            .OrderBy(folder => Path.GetFileName(folder) != FirstCulture)
            .ThenBy(folder => folder, StringComparer.Ordinal)
            .Select(folder => PageReader.ReadFolder(folder, project, problems))
            .Where(culture => culture.Pages.Count > 0)
            .ToList();

        var names = new NameCheck(commands, SampleScripts.ReadParameters(options.Scripts), problems);

        // A page that is not read would only be found missing once more.
        foreach (var culture in problems.Count == 0 ? cultures : [])
        {
            CommandCheck.Run(culture, commands, problems);
            TopicCheck.Run(culture, problems);
            names.Run(culture);
            if (culture.Name != FirstCulture) CultureCheck.Run(cultures[0], culture, problems);
        }

        problems.Sort((one, other) => (one.File, one.Line).CompareTo((other.File, other.Line)));
        if (problems.Count == 0)
        {
            foreach (var culture in cultures) Write(culture, commands, options);
            foreach (var name in SectionTitles.ByCulture.Keys.Except(cultures.Select(culture => culture.Name)))
                DeleteHelp(Path.Combine(options.Destination, name), except: []);
        }

        return problems;
    }

    private static void Write(CulturePages culture, IReadOnlyList<CommandFacts> commands, HelpBuildOptions options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Destination, culture.Name)).FullName;
        var files = new Dictionary<string, string>
        {
            [Path.GetFileName(options.Assembly) + MamlSuffix] = MamlWriter.Write(culture, commands),
        };
        foreach (var topic in culture.Topics) files[topic.Title + TopicSuffix] = TopicWriter.Write(topic);
        DeleteHelp(folder, except: [.. files.Keys]);

        // Windows PowerShell and old editors take a file without the mark for one in the system's own code page.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(folder, name), text, encoding);
    }

    /// <summary>Deletes the help of pages that are gone; what else lies there is somebody's.</summary>
    private static void DeleteHelp(string folder, string[] except)
    {
        if (!Directory.Exists(folder)) return;
        var stale = Directory.EnumerateFiles(folder).Where(IsHelp).Where(file => !except.Contains(Path.GetFileName(file))).ToList();
        stale.ForEach(File.Delete);
    }

    private static bool IsHelp(string file) =>
        file.EndsWith(MamlSuffix, StringComparison.Ordinal) || file.EndsWith(TopicSuffix, StringComparison.Ordinal);
}
