using System.Collections;
using System.Management.Automation;

namespace ClovaOcr.PowerShell.Connection;

/// <summary>Refuses what is no table of headers without repeating it, as the engine would: a header's value may be a credential.</summary>
internal sealed class HeaderTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is IDictionary or null
            ? inputData
            : throw new ArgumentTransformationMetadataException("Headers are given as a hashtable, such as @{ Name = $value }.");
}
