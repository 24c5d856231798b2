using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;
using ClovaOcr.PowerShell.Connection;

namespace ClovaOcr.PowerShell;

/// <summary>
/// Lets Windows PowerShell 5.1 load the module's dependencies: the .NET Framework insists on the very version that an assembly was built
/// against unless somebody answers for it. PowerShell 7 has what is needed, and nothing is answered there.
/// </summary>
public sealed class DependencyLoader : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly OwnAssemblies Own = new(Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)!);

    /// <inheritdoc/>
    public void OnImport()
    {
        if (IsNetFramework) AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        DefaultConnection.Close(psModuleInfo);
        if (IsNetFramework) AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
    }

    private static bool IsNetFramework => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    // One that is loaded already is given once more: LoadFrom knows it by its name.
    private static Assembly? Resolve(object? sender, ResolveEventArgs request) =>
        Own.FileFor(PlaceOf(request.RequestingAssembly), request.Name) is { } file ? Assembly.LoadFrom(file) : null;

    private static string? PlaceOf(Assembly? asking) => asking is { IsDynamic: true } ? "" : asking?.Location;
}
