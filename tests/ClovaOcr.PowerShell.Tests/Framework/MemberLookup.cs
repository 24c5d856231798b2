using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ClovaOcr.PowerShell.Tests.Framework;

/// <summary>Looks up every type, method and field that an assembly uses of others, as the runtime does before it runs a method.</summary>
internal sealed class MemberLookup(FrameworkShelf shelf)
{
    /// <summary>What an assembly uses and does not find, and how many uses were looked up.</summary>
    public (IReadOnlyList<string> Missing, int LookedUp) Check(string file)
    {
        var metadata = shelf.Read(file);
        var missing = new List<string>();
        var lookedUp = 0;
        foreach (var handle in metadata.TypeReferences.Where(handle => !OfPowerShell(metadata, handle)))
        {
            lookedUp++;
            if (shelf.Find(file, handle) is null) missing.Add($"{Path.GetFileName(file)}: {TypeName(metadata, handle)}");
        }

        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (ParentOf(metadata, member.Parent) is not { } parent || OfPowerShell(metadata, parent)) continue;
            lookedUp++;
            var (name, signature) = (metadata.GetString(member.Name), SignatureNames.Spell(metadata, member.Signature, []));
            if (shelf.Find(file, parent) is { } type && !Has(type, name, signature, []))
                missing.Add($"{Path.GetFileName(file)}: {TypeName(metadata, parent)}.{name}: {signature}");
        }

        return (missing, lookedUp);
    }

    private static string TypeName(MetadataReader metadata, TypeReferenceHandle handle) =>
        SignatureNames.Instance.GetTypeFromReference(metadata, handle, 0);

    // PowerShell itself is no part of the .NET Framework; the compiler had version 5.1's own surface before it.
    private static bool OfPowerShell(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind == HandleKind.TypeReference
            ? OfPowerShell(metadata, (TypeReferenceHandle)scope)
            : metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).GetAssemblyName().Name == "System.Management.Automation";
    }

    /// <summary>
    /// The type that a member belongs to; null for one of the assembly itself, and for arrays, whose members the runtime makes.
    /// </summary>
    private static TypeReferenceHandle? ParentOf(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference) return (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification) return null;
        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        blob.ReadCompressedInteger();
        return blob.ReadTypeHandle() is { Kind: HandleKind.TypeReference } generic ? (TypeReferenceHandle)generic : null;
    }

    private bool Has(FoundType type, string name, string signature, ImmutableArray<string> arguments)
    {
        var metadata = shelf.Read(type.File);
        var definition = metadata.GetTypeDefinition(type.Handle);
        return definition.GetMethods().Select(metadata.GetMethodDefinition).Any(method => IsIt(method.Name, method.Signature))
            || definition.GetFields().Select(metadata.GetFieldDefinition).Any(field => IsIt(field.Name, field.Signature))
            || InBase(type, definition.BaseType, name, signature, arguments);

        bool IsIt(StringHandle itsName, BlobHandle its) =>
            metadata.StringComparer.Equals(itsName, name) && SignatureNames.Spell(metadata, its, arguments) == signature;
    }

    private bool InBase(FoundType type, EntityHandle inherited, string name, string signature, ImmutableArray<string> arguments)
    {
        if (inherited.IsNil) return false;
        var metadata = shelf.Read(type.File);
        if (inherited.Kind == HandleKind.TypeDefinition)
            return Has(new FoundType(type.File, (TypeDefinitionHandle)inherited), name, signature, []);
        if (inherited.Kind == HandleKind.TypeReference)
            return shelf.Find(type.File, (TypeReferenceHandle)inherited) is { } found && Has(found, name, signature, []);

        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)inherited).Signature);
        blob.ReadSignatureTypeCode();
        blob.ReadCompressedInteger();
        var generic = blob.ReadTypeHandle();
        var decoder = new SignatureDecoder<string, ImmutableArray<string>>(SignatureNames.Instance, metadata, arguments);
        var own = Enumerable.Range(0, blob.ReadCompressedInteger()).Select(_ => decoder.DecodeType(ref blob)).ToImmutableArray();
        var parent = generic.Kind == HandleKind.TypeDefinition
            ? new FoundType(type.File, (TypeDefinitionHandle)generic)
            : shelf.Find(type.File, (TypeReferenceHandle)generic);
        return parent is not null && Has(parent, name, signature, own);
    }
}
