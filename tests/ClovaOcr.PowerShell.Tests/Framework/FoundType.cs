using System.Reflection.Metadata;

namespace ClovaOcr.PowerShell.Tests.Framework;

/// <summary>A type and the file that defines it.</summary>
internal sealed record FoundType(string File, TypeDefinitionHandle Handle);
