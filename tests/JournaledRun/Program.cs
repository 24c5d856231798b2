using System;
using System.Globalization;
using System.Net;
using ClovaOcr.Batch;
using ClovaOcr.JournaledRun;

// A run as a process of its own, to be killed by the tests, or by itself before one of its steps.
using var secret = new NetworkCredential("", Environment.GetEnvironmentVariable("CLOVA_OCR_SECRET")).SecurePassword;
return args switch
{
    ["read", var folder, var journal] => ReadingRun.Run(folder, journal, secret),
    ["read", var folder, var journal, var index, var count] => ReadingRun.Run(folder, journal, secret, Shard.Of(Number(index), Number(count))),
    ["update", var journal, var lastStep] => UpdatingRun.Run(journal, secret, SuddenDisk.EndingAt(lastStep)),
    ["mask", var folder, var destination, var lastStep] => MaskingRun.Run(folder, destination, SuddenDisk.EndingAt(lastStep)),
    _ => throw new ArgumentException("There is no such run."),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
