using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ClovaOcr.PowerShell.Tests.Framework;

/// <summary>
/// The .NET Framework 4.7.2 and the module's own assemblies beside it, as Windows PowerShell 5.1 finds them. Nothing is loaded.
/// </summary>
internal sealed class FrameworkShelf : IDisposable
{
    private readonly Dictionary<string, PEReader> _opened = [];
    private readonly Dictionary<string, Dictionary<(string, string), TypeDefinitionHandle>> _types = [];
    private readonly Dictionary<(string, string), string?> _answers = [];
    private readonly Dictionary<string, string> _framework;
    private readonly string _own;
    private readonly OwnAssemblies _resolver;

    /// <param name="own">The folder of the module's assemblies.</param>
    public FrameworkShelf(string own)
    {
        (_own, _resolver) = (own, new OwnAssemblies(own));
        var references = typeof(FrameworkShelf).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "FrameworkReferences").Value!;
        _framework = new[] { references, Path.Combine(references, "Facades") }
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The module's assemblies.</summary>
    public IEnumerable<string> Own => Directory.EnumerateFiles(_own, "*.dll").Order(StringComparer.Ordinal);

    /// <summary>The file that an assembly of the module gets for a reference; null for none.</summary>
    public string? FileFor(string asking, AssemblyName wanted)
    {
        if (!_answers.TryGetValue((asking, wanted.FullName), out var answer))
            _answers[(asking, wanted.FullName)] = answer = Answer(asking, wanted);
        return answer;
    }

    public MetadataReader Read(string file)
    {
        if (!_opened.TryGetValue(file, out var portable)) _opened[file] = portable = new PEReader(File.OpenRead(file));
        return portable.GetMetadataReader();
    }

    /// <summary>Where a type is that an assembly refers to, in the end.</summary>
    /// <returns>Null when there is no such type.</returns>
    public FoundType? Find(string asking, TypeReferenceHandle handle)
    {
        var metadata = Read(asking);
        var type = metadata.GetTypeReference(handle);
        var (space, name) = (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return Find(asking, (TypeReferenceHandle)type.ResolutionScope) is { } outer ? Nested(outer, name) : null;
        return FileFor(asking, metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).GetAssemblyName()) is { } file
            ? Find(file, space, name)
            : null;
    }

    public void Dispose()
    {
        foreach (var portable in _opened.Values) portable.Dispose();
    }

    private string? Answer(string asking, AssemblyName wanted) =>
        _framework.TryGetValue(wanted.Name!, out var file)
            && AssemblyName.GetAssemblyName(file) is var found
            && found.Version >= wanted.Version
            && found.GetPublicKeyToken()!.SequenceEqual(wanted.GetPublicKeyToken() ?? [])
            ? file
            : _resolver.FileFor(asking, wanted.FullName);

    private FoundType? Find(string file, string space, string name)
    {
        var metadata = Read(file);
        if (!_types.TryGetValue(file, out var types))
        {
            _types[file] = types = metadata.TypeDefinitions
                .Select(handle => (Handle: handle, Type: metadata.GetTypeDefinition(handle)))
                .Where(type => type.Type.GetDeclaringType().IsNil)
                .ToDictionary(type => (metadata.GetString(type.Type.Namespace), metadata.GetString(type.Type.Name)), type => type.Handle);
        }

        if (types.TryGetValue((space, name), out var defined)) return new FoundType(file, defined);
        foreach (var forwarded in metadata.ExportedTypes.Select(metadata.GetExportedType))
        {
            if (!metadata.StringComparer.Equals(forwarded.Name, name)) continue;
            if (!metadata.StringComparer.Equals(forwarded.Namespace, space)) continue;
            var target = metadata.GetAssemblyReference((AssemblyReferenceHandle)forwarded.Implementation).GetAssemblyName();
            return FileFor(file, target) is { } next ? Find(next, space, name) : null;
        }

        return null;
    }

    private FoundType? Nested(FoundType outer, string name)
    {
        var metadata = Read(outer.File);
        foreach (var handle in metadata.GetTypeDefinition(outer.Handle).GetNestedTypes())
        {
            if (metadata.StringComparer.Equals(metadata.GetTypeDefinition(handle).Name, name)) return new FoundType(outer.File, handle);
        }

        return null;
    }
}
