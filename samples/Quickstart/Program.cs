using System;
using System.IO;
using System.Text;
using ClovaOcr.Emulator;
using Quickstart;

Console.OutputEncoding = Encoding.UTF8;
var output = Directory.CreateDirectory(args is [var folder] ? folder : Path.Combine(Checkout.Root, "quickstart-output")).FullName;
var masked = Path.Combine(output, "masked");
if (Directory.Exists(masked)) Directory.Delete(masked, recursive: true);

await using var emulator = await CardOcrEmulator.StartAsync(new EmulatorOptions());
using var session = new ModuleSession(Console.Out);
session.State.SetVariable("url", emulator.InvokeUrl);
session.State.SetVariable("secret", emulator.Secret);
session.State.SetVariable("output", output);

Say($"""
    An emulator of CLOVA OCR runs in this process; no account is needed and nothing leaves this machine.
    {emulator.Reader}
    """);
Run("Connect-ClovaOcr -InvokeUrl $url -Secret $secret");

Say("Read every specimen. The numbers are masked, and fail the check digit on purpose: they are nobody's.");
Run("Get-ChildItem samples/cards/*.jpg, samples/cards/*.png | Invoke-AlienCardOcr -OutVariable cards");

Say("Export what was read, for a spreadsheet.");
Run("$cards | Where-Object Status -eq Success | Export-Csv $output/staff.csv");

Say("Write masked copies. What cannot be masked surely is refused, and the refusal says why.");
Run("$cards | ConvertTo-MaskedImage -DestinationPath $output/masked -OutVariable masks");

Say("Put both on one page for whoever checks: doubtful cards first, no number in it, no network needed.");
Run("$cards, $masks | Export-AlienCardReview -Path $output/review.html -Force");

if (emulator.ReadsAnyPicture)
{
    Say("Photos that the emulator has never seen, of other fictitious cards: Tesseract reads them, and what it is not sure of is left out.");
    Run("Get-ChildItem samples/photos/*.jpg | Invoke-AlienCardOcr -OutVariable photos");
    Run("$photos | ConvertTo-MaskedImage -DestinationPath $output/masked");
}

Say($"""
    Look into {output}:
      staff.csv   what Export-Csv writes
      masked      the copies, in which the digits after the hyphen and the QR codes are gone
      review.html the page to check them with, for a browser

    Next, in a real PowerShell (7.4 or later, or Windows PowerShell 5.1), in this folder:
      Import-Module ./ClovaOcr.psd1
      Connect-ClovaOcr -InvokeUrl 'the invoke URL from the CLOVA OCR console' -Secret 'its secret key'
      Get-ChildItem cards/*.jpg | Invoke-AlienCardOcr | Format-List
    Without an account, start the emulator and use the two values that it prints:
      dotnet run --project src/ClovaOcr.Emulator
    """);
return Directory.Exists(masked) && File.Exists(Path.Combine(output, "staff.csv")) && File.Exists(Path.Combine(output, "review.html")) ? 0 : 1;

void Run(string pipeline)
{
    Console.WriteLine("PS> " + pipeline);
    session.Show(pipeline);
    Console.WriteLine();
}

static void Say(string text) => Console.WriteLine(text + Environment.NewLine);
