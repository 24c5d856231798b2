using System;
using System.Management.Automation;

namespace ClovaOcr.PowerShell.Commands;

/// <summary>Lets a moment be given as an age: a TimeSpan is that long ago.</summary>
internal sealed class AgeTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is TimeSpan age ? DateTime.Now - age : inputData;
}
