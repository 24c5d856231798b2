using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using ClovaOcr.FakeTesseract;

// Stands for tesseract in tests. The file "conduct" beside it says how it behaves, and a locked file beside it says that it runs.
var folder = AppContext.BaseDirectory;
var conduct = File.ReadAllLines(Path.Combine(folder, "conduct")).Select(line => line.Split(' ', 2)).ToDictionary(line => line[0], line => line[1]);
switch (args)
{
    case ["--version"]:
        if (conduct["version"] == "hang") Thread.Sleep(Timeout.Infinite);
        Console.WriteLine(conduct["version"]);
        return 0;
    case ["--list-langs"]:
        Console.WriteLine("List of available languages in \"here\":");
        foreach (var language in conduct["languages"].Split(' ')) Console.WriteLine(language);
        return 0;
}

using var running = RunningFile.Lock(folder);
using var output = Console.OpenStandardOutput();
switch (conduct["read"])
{
    case "hang with a child" when args is not ["child"]:
        using (Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["child"]))) Thread.Sleep(Timeout.Infinite);
        break;
    case "leave a child" when args is not ["child"]:
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["child"]))!.Dispose();
        return 0;
    case "leave a child":
        while (!File.Exists(Path.Combine(folder, "go"))) Thread.Sleep(1);
        return 0;
    case "hang" or "hang with a child":
        Thread.Sleep(Timeout.Infinite);
        break;
    case "hang and ignore SIGTERM":
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true)) Thread.Sleep(Timeout.Infinite);
        break;
    case "hang after the answer":
        output.Write(Answer.To(ReadInput()));
        output.Close();
        Thread.Sleep(Timeout.Infinite);
        break;
    case "crash":
        Process.GetCurrentProcess().Kill();
        break;
    case "flood":
        while (true) output.Write(new byte[64 * 1024]);
    case "flood errors":
        using (var errors = Console.OpenStandardError())
            while (true) errors.Write(new byte[64 * 1024]);
    case "talk on errors":
        using (var errors = Console.OpenStandardError()) errors.Write(new byte[1024 * 1024]);
        output.Write(Answer.To(ReadInput()));
        return 0;
    case "answer without reading":
        output.Write(Answer.To([]));
        return 0;
    case "wait":
        while (!File.Exists(Path.Combine(folder, "go"))) Thread.Sleep(1);
        output.Write(Answer.To(ReadInput()));
        return 0;
    case "answer":
        output.Write(Answer.To(ReadInput()));
        return 0;
    case ['e', 'x', 'i', 't', ' ', .. var code]:
        output.Write(Answer.To(ReadInput()));
        return int.Parse(code, CultureInfo.InvariantCulture);
    case ['s', 'a', 'y', ' ', .. var text]:
        ReadInput();
        output.Write(Encoding.Latin1.GetBytes(text.Replace("\\n", "\n").Replace("\\t", "\t")));
        return 0;
}

return 9;

static byte[] ReadInput()
{
    using var input = Console.OpenStandardInput();
    using var all = new MemoryStream();
    input.CopyTo(all);
    return all.ToArray();
}
