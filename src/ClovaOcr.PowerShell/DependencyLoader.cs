using System;
using System.IO;
using System.Linq;
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
    private static readonly string Folder = Path.GetDirectoryName(typeof(DependencyLoader).Assembly.Location)!;

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

    /// <summary>Answers for the files in the module's own folder only, so that no other module gets ours.</summary>
    private static Assembly? Resolve(object? sender, ResolveEventArgs request)
    {
        var isOurs = request.RequestingAssembly is { IsDynamic: false, Location.Length: > 0 } asking
            && string.Equals(Path.GetDirectoryName(asking.Location), Folder, StringComparison.OrdinalIgnoreCase);
        var file = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        if (!isOurs || !File.Exists(file)) return null;
        return AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => !loaded.IsDynamic && loaded.Location == file)
            ?? Assembly.LoadFrom(file);
    }
}
