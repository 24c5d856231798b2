using System;
using System.IO;
using System.Linq;
using HelpPages;

// Makes the module's help of the pages in docs: HelpPages <root of the checkout>
if (args.Length != 1)
{
    Console.Error.WriteLine("usage: HelpPages <root of the checkout>");
    return 2;
}

var root = Path.GetFullPath(args[0]);
var problems = HelpBuild.Run(new HelpBuildOptions
{
    Pages = Path.Combine(root, "docs"),
    Manifest = Path.Combine(root, "ClovaOcr.psd1"),
    Assembly = Path.Combine(root, "lib", "ClovaOcr.PowerShell.dll"),
    Scripts = Path.Combine(root, "samples", "scripts"),
    Destination = root,
});
foreach (var problem in problems) Console.Error.WriteLine(problem);
return problems.Any() ? 1 : 0;
