using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Turns <c>-Path</c> and <c>-LiteralPath</c> into paths of the file system, the way PowerShell's own commands do.</summary>
public abstract class PathCommand : ClovaOcrCommand
{
    /// <summary>
    /// The files of a wildcard pattern or path, in the order in which the provider lists them; an error when there is none. Of what comes
    /// down the pipeline, only a path with <c>*</c> or <c>?</c> is a pattern: a name with brackets comes from an object or an error record,
    /// and if that file is gone, it must not be taken for a pattern and lead to another one, which would be paid for.
    /// </summary>
    private protected IEnumerable<string> ResolveWildcard(string path)
    {
        if (MyInvocation.ExpectingInput && IsRow(path))
        {
            WriteFailure(new ClovaOcrException(
                ClovaOcrErrorKind.FileNotFound, "The object names no file: it has no property Path, LiteralPath, PSPath or FullName."));
            return [];
        }

        if (MyInvocation.ExpectingInput && path.IndexOfAny(['*', '?']) < 0) return ResolveLiteral(path);
        var resolved = Resolve(path, () =>
        {
            // A file whose own name has brackets is meant when it is there: a path that comes from an object or an error record, such as
            // scan[1].jpg, must not be taken for a pattern and lead to scan1.jpg, which is somebody else's card.
            var literal = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var owner, out _);
            if (owner.ImplementingType == typeof(FileSystemProvider) && File.Exists(literal)) return ([literal], owner);
            var files = SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            return (files, provider);
        });

        // A pattern that matches nothing is no error for Get-ChildItem either. A name with brackets, which are a pattern too, is one
        // that somebody forgot to give as -LiteralPath, and must not be passed over in silence.
        if (resolved is { Count: 0 } && path.IndexOfAny(['*', '?']) < 0) WriteFailure(NotFound(path));
        return resolved ?? [];
    }

    /// <summary>The file of a literal path, as <c>Get-ChildItem</c>'s PSPath is one; it need not exist.</summary>
    private protected IEnumerable<string> ResolveLiteral(string path) => Resolve(path, () =>
    {
        var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return ([file], provider);
    }) ?? [];

    /// <summary>The paths; null when an error was written.</summary>
    private IReadOnlyCollection<string>? Resolve(string path, Func<(IReadOnlyCollection<string> Files, ProviderInfo Provider)> resolve)
    {
        try
        {
            var (files, provider) = resolve();
            if (provider.ImplementingType == typeof(FileSystemProvider)) return files;
            WriteFailure(new ClovaOcrException(
                ClovaOcrErrorKind.FileUnreadable,
                $"It is a path of the {provider.Name} provider; only files of the file system can be read.")
            {
                FilePath = path,
            });
        }
        catch (Exception exception) when (IsPathProblem(exception))
        {
            WriteFailure(NotFound(path));
        }

        return null;
    }

    /// <summary>A path of the file system that need not exist.</summary>
    /// <exception cref="ClovaOcrException">It is a path of another provider, or none.</exception>
    private protected string ResolveFile(string path)
    {
        try
        {
            var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (provider.ImplementingType == typeof(FileSystemProvider)) return file;
        }
        catch (Exception exception) when (IsPathProblem(exception))
        {
            // What it is, the error below says.
        }

        throw new ClovaOcrException(ClovaOcrErrorKind.FileNotFound, "It is not a path of the file system.") { FilePath = path };
    }

    // What PowerShell makes of an object that it takes for a text: all its values, names of people among them, which no error may repeat.
    private static bool IsRow(string path) =>
        path.StartsWith("@{", StringComparison.Ordinal) && path.EndsWith("}", StringComparison.Ordinal);

    private static bool IsPathProblem(Exception exception) => exception
        is ItemNotFoundException or DriveNotFoundException or ProviderNotFoundException
        or ArgumentException or PSInvalidOperationException or WildcardPatternException or NotSupportedException;

    private static ClovaOcrException NotFound(string path) =>
        new(ClovaOcrErrorKind.FileNotFound, "There is no such file. A name with brackets needs -LiteralPath.") { FilePath = path };
}
