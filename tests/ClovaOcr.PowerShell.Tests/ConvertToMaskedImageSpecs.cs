using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ClovaOcr.Tests;
using Quickstart;
using SkiaSharp;
using Xunit;

namespace ClovaOcr.PowerShell.Tests;

public sealed class ConvertToMaskedImageSpecs
{
    [Fact]
    public async Task Every_card_is_masked_and_its_number_and_qr_code_are_black_in_the_copy()
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var specimen in Scenario.Specimens("ac"))
        {
            var run = scenario.Run("Invoke-AlienCardOcr -LiteralPath $args[0] | ConvertTo-MaskedImage $folder", Path.Combine(Checkout.Cards, specimen));
            Assert.Empty(run.Errors);
            var copy = (string)run.Output.Single().Properties["Path"].Value;
            var truth = Scenario.Truth(specimen);
            Assert.Equal(Path.Combine(scenario.Folder, Path.GetFileNameWithoutExtension(specimen) + ".masked" + Path.GetExtension(specimen)), copy);
            AssertHidden(copy, truth["fields"]!["alienRegNum"]![0]!["box"]!.AsArray());
            if (truth["fields"]!["alienRegNumEtc"] is { } etc) AssertHidden(copy, etc[0]!["box"]!.AsArray(), from: 0.02);
            if (truth["qrCode"] is { } code) AssertHidden(copy, code.AsArray(), from: 0.01);
            Assert.Equal(truth["qrCode"] is null ? "NotFound" : "Covered", run.Values("QrCode").Single());
        }
    }

    [Fact]
    public async Task A_picture_with_a_part_of_a_qr_code_is_refused_and_the_others_go_on()
    {
        await using var scenario = await Scenario.StartAsync();
        const string specimen = "ac-12-new-layout.jpg";
        scenario.Session.State.SetVariable("whole", Path.Combine(Checkout.Cards, specimen));
        scenario.Session.State.SetVariable("cut", Pictures.WriteHalfCode(specimen, Scenario.Truth(specimen)["qrCode"]!.AsArray(), Path.Combine(scenario.Folder, "cut.png")));
        const string read = "$cards = $cut, $whole | ForEach-Object { (Invoke-AlienCardOcr $whole).Response | ConvertFrom-AlienCardResponse -ImagePath $_ };";

        var run = scenario.Run(read + "$cards | ConvertTo-MaskedImage $folder/auto");
        Assert.Equal(["QrCodeNotLocated"], run.ErrorIds);
        Assert.Single(run.Output);
        Assert.Single(Directory.GetFiles(Path.Combine(scenario.Folder, "auto")));
        Assert.Equal(["NotSearched", "NotSearched"], scenario.Run("$cards | ConvertTo-MaskedImage $folder/ignore -QrCode Ignore").Values("QrCode"));
    }

    [Theory]
    [InlineData("Auto", "NotFound", true)]
    [InlineData("Ignore", "NotSearched", false)]
    [InlineData("Require", null, false)]
    public async Task A_card_of_the_new_layout_that_shows_no_qr_code_is_warned_of_or_refused(string handling, string? finding, bool isWarned)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Session.State.SetVariable("picture", Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0]));
        var run = scenario.Run("""
            $response = (Invoke-AlienCardOcr $picture).Response
            $response.images[0].idCard.result.ac.issueDate[0].formatted.year = '2024'
            $response | ConvertFrom-AlienCardResponse -ImagePath $picture | ConvertTo-MaskedImage $folder -QrCode $args[0]
            """, handling);

        Assert.Equal(finding is null ? "QrCodeNotLocated" : null, run.ErrorIds.SingleOrDefault());
        Assert.Equal(finding, run.Values("QrCode").SingleOrDefault());
        Assert.Equal(isWarned ? 1 : 0, run.Streams.Warning.Count);
        Assert.All(run.Streams.Warning, warning => Assert.DoesNotContain("ac-01", warning.Message, StringComparison.Ordinal));
        Assert.Equal(isWarned, run.Output.SingleOrDefault()?.Properties["Warnings"].Value is string);
    }

    [Fact]
    public async Task A_scanned_PDF_is_masked_where_the_service_saw_the_number_on_its_page()
    {
        await using var scenario = await Scenario.StartAsync();
        const string specimen = "ac-12-new-layout.jpg";
        var truth = Scenario.Truth(specimen);
        var (width, height) = ((int)truth["width"]!, (int)truth["height"]!);
        var pdf = Path.Combine(scenario.Folder, "scan.pdf");
        var shown = Pictures.WriteScan(File.ReadAllBytes(Path.Combine(Checkout.Cards, specimen)), width, height, pdf);

        // The service's picture is that of the whole page, at 200 dpi.
        var run = scenario.Run("""
            $response = (Invoke-AlienCardOcr $args[0]).Response
            $page = [pscustomobject] @{ width = 1653; height = 2339; pageIndex = 0 }
            $response.images[0].PSObject.Properties.Add([psnoteproperty]::new('convertedImageInfo', $page))
            $result = $response.images[0].idCard.result
            $polygons = @($result.rois) + @($result.ac.PSObject.Properties | ForEach-Object { $_.Value } | ForEach-Object { $_.boundingPolys; $_.maskingPolys })
            foreach ($corner in $polygons | ForEach-Object { $_.vertices }) {
                $corner.x = ($args[1] + $corner.x * $args[2]) * $page.width
                $corner.y = ($args[3] + $corner.y * $args[4]) * $page.height
            }
            $response | ConvertFrom-AlienCardResponse -ImagePath $folder/scan.pdf | ConvertTo-MaskedImage
            """, Path.Combine(Checkout.Cards, specimen), shown.Left, shown.Width / width, shown.Top, shown.Height / height);

        Assert.Empty(run.Errors);
        Assert.Equal(["Pdf", $"{width}", $"{height}", "Covered"], new[] { "Format", "Width", "Height", "QrCode" }.Select(name => run.Values(name).Single()));
        var copy = Path.Combine(scenario.Folder, "scan.masked.pdf");
        Pictures.WriteScannedJpeg(copy, Path.Combine(scenario.Folder, "copy.jpg"));
        AssertHidden(Path.Combine(scenario.Folder, "copy.jpg"), truth["fields"]!["alienRegNum"]![0]!["box"]!.AsArray());
        AssertHidden(Path.Combine(scenario.Folder, "copy.jpg"), truth["qrCode"]!.AsArray(), from: 0.01);
    }

    [Fact]
    public async Task Cards_in_TIFF_and_PDF_files_are_read_and_masked()
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var specimen in new[] { "ac-01-english.jpg", "ac-12-new-layout.jpg" })
        {
            var truth = Scenario.Truth(specimen);
            var (number, code) = (truth["fields"]!["alienRegNum"]![0]!["box"]!.AsArray(), truth["qrCode"]?.AsArray());
            var picture = File.ReadAllBytes(Path.Combine(Checkout.Cards, specimen));
            using var bitmap = SKBitmap.Decode(picture);
            var (pdf, tiff) = (Path.Combine(scenario.Folder, "card.pdf"), Path.Combine(scenario.Folder, "card.tif"));
            Pictures.WriteCardPage(picture, bitmap.Width, bitmap.Height, pdf);
            File.WriteAllBytes(tiff, HandmadeTiff.Of(bitmap));

            var run = scenario.Run("Invoke-AlienCardOcr -LiteralPath $args[0], $args[1] | ConvertTo-MaskedImage -Force", pdf, tiff);
            Assert.Empty(run.Errors);
            Assert.Equal(["Pdf", "Tiff"], run.Values("Format"));
            Pictures.WriteScannedJpeg(Path.Combine(scenario.Folder, "card.masked.pdf"), Path.Combine(scenario.Folder, "pdf.jpg"));
            Pictures.WriteTiffAsPng(Path.Combine(scenario.Folder, "card.masked.tif"), Path.Combine(scenario.Folder, "tiff.png"));
            foreach (var copy in new[] { "pdf.jpg", "tiff.png" })
            {
                AssertHidden(Path.Combine(scenario.Folder, copy), number);
                if (code is not null) AssertHidden(Path.Combine(scenario.Folder, copy), code, from: 0.01);
            }
        }
    }

    [Fact]
    public async Task A_card_in_the_middle_of_a_scanned_page_is_found_read_and_masked()
    {
        await using var scenario = await Scenario.StartWithTesseractAsync();
        const string specimen = "ac-01-english.jpg";
        var (truth, pdf) = (Scenario.Truth(specimen), Path.Combine(scenario.Folder, "scan.pdf"));
        Pictures.WriteScan(File.ReadAllBytes(Path.Combine(Checkout.Cards, specimen)), (int)truth["width"]!, (int)truth["height"]!, pdf);
        Assert.Empty(scenario.Run("Invoke-AlienCardOcr -LiteralPath $args[0] -TimeoutSec 300 | ConvertTo-MaskedImage", pdf).Errors);
        Pictures.WriteScannedJpeg(Path.Combine(scenario.Folder, "scan.masked.pdf"), Path.Combine(scenario.Folder, "copy.jpg"));
        AssertHidden(Path.Combine(scenario.Folder, "copy.jpg"), truth["fields"]!["alienRegNum"]![0]!["box"]!.AsArray());
    }

    [Fact]
    public async Task A_proof_in_the_pipeline_stands_for_the_copy_and_not_for_its_source()
    {
        await using var scenario = await Scenario.StartAsync();
        var proof = scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("ac")[0]} | ConvertTo-MaskedImage $folder").Output.Single();
        Assert.Equal(Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0]), proof.Properties["SourcePath"].Value);
        Assert.Equal(Directory.GetFiles(scenario.Folder).Single(), proof.Properties["Path"].Value);
    }

    [Fact]
    public async Task Another_card_is_refused_unless_all_of_its_number_is_to_be_covered()
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ic")[0];
        Assert.Equal(["WrongCardType"], scenario.Run($"Invoke-AlienCardOcr $cards/{specimen} | ConvertTo-MaskedImage $folder").ErrorIds);
        var copy = scenario.Run($"Invoke-AlienCardOcr $cards/{specimen} | ConvertTo-MaskedImage $folder -Digits All").Output.Single();
        AssertHidden((string)copy.Properties["Path"].Value, Scenario.Truth(specimen)["fields"]!["personalNum"]![0]!["box"]!.AsArray(), from: 0.02);
    }

    [Fact]
    public async Task A_passport_is_refused_even_then_because_its_machine_readable_lines_repeat_the_number()
    {
        await using var scenario = await Scenario.StartAsync();
        Assert.Equal(["WrongCardType"], scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("pp")[0]} | ConvertTo-MaskedImage $folder -Digits All").ErrorIds);
    }

    [Fact]
    public async Task A_failure_is_skipped_with_a_warning_that_names_no_file()
    {
        await using var scenario = await Scenario.StartAsync();
        Pictures.WritePlain(Path.Combine(scenario.Folder, "KIM 900101-6000001.png"));
        var run = scenario.Run("Invoke-AlienCardOcr $folder/*.png | ConvertTo-MaskedImage $folder/out");
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
        Assert.DoesNotContain("KIM", run.Streams.Warning.Single().Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(scenario.Folder, "out")));
    }

    [Fact]
    public async Task A_file_that_changed_since_it_was_read_is_refused()
    {
        await using var scenario = await Scenario.StartAsync();
        var path = scenario.Copy(Scenario.Specimens("ac")[0], "card.jpg");
        scenario.Session.Invoke("$card = Invoke-AlienCardOcr $folder/card.jpg");
        File.Copy(Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[1]), path, overwrite: true);
        Assert.Equal(["ImageChanged"], scenario.Run("$card | ConvertTo-MaskedImage").ErrorIds);
    }

    [Fact]
    public async Task Nothing_is_overwritten_without_Force_and_a_source_never()
    {
        await using var scenario = await Scenario.StartAsync();
        var source = scenario.Copy(Scenario.Specimens("ac")[0], "card.jpg");
        var original = File.ReadAllBytes(source);
        scenario.Session.Invoke("$card = Invoke-AlienCardOcr $folder/card.jpg");

        Assert.Empty(scenario.Run("$card | ConvertTo-MaskedImage").Errors);
        Assert.Equal(["DestinationExists"], scenario.Run("$card | ConvertTo-MaskedImage").ErrorIds);
        Assert.Empty(scenario.Run("$card | ConvertTo-MaskedImage -Force").Errors);
        Assert.Equal(["DestinationIsSource"], scenario.Run("$card | ConvertTo-MaskedImage $folder/card.jpg -Force").ErrorIds);

        File.CreateSymbolicLink(Path.Combine(scenario.Folder, "link.jpg"), source);
        Assert.Equal(["DestinationUnwritable"], scenario.Run("$card | ConvertTo-MaskedImage $folder/link.jpg -Force").ErrorIds);
        File.CreateSymbolicLink(Path.Combine(scenario.Folder, "dangling.jpg"), Path.Combine(scenario.Folder, "nowhere.jpg"));
        Assert.Equal(["DestinationUnwritable"], scenario.Run("$card | ConvertTo-MaskedImage $folder/dangling.jpg -Force").ErrorIds);
        Directory.CreateSymbolicLink(Path.Combine(scenario.Folder, "alias"), scenario.Folder);
        Assert.Equal(["DestinationIsSource"], scenario.Run("$card | ConvertTo-MaskedImage $folder/alias/card.jpg -Force").ErrorIds);
        Assert.Equal(original, File.ReadAllBytes(source));
        AssertNothingIsStaged(scenario);
    }

    [Fact]
    public async Task Two_sources_of_one_name_are_an_error_even_with_Force()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "a/card.jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "b/Card.jpg");
        var run = scenario.Run("Invoke-AlienCardOcr $folder/a/card.jpg, $folder/b/Card.jpg | ConvertTo-MaskedImage $folder/out -Force");
        Assert.Single(run.Output);
        Assert.Equal(["DestinationConflict"], run.ErrorIds);
    }

    [Fact]
    public async Task A_picture_of_the_run_is_not_overwritten_even_with_Force()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "a.masked.jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "a.jpg");
        var run = scenario.Run("Invoke-AlienCardOcr $folder/a.masked.jpg, $folder/a.jpg | ConvertTo-MaskedImage -Force");
        Assert.Equal(["DestinationIsSource"], run.ErrorIds);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0])), File.ReadAllBytes(Path.Combine(scenario.Folder, "a.masked.jpg")));
    }

    [Theory]
    [InlineData("$folder/a.jpg, $folder/a.masked.jpg", "$folder")]
    [InlineData("$folder/a.jpg, $folder/alias/a.masked.jpg", "$folder")]
    [InlineData("$folder/a.jpg, $folder/a.masked.jpg", "$folder/a.masked.jpg")]
    public async Task A_picture_that_is_still_to_come_is_not_overwritten_even_with_Force(string paths, string destination)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "a.jpg");
        var next = scenario.Copy(Scenario.Specimens("ac")[1], "a.masked.jpg");
        Directory.CreateSymbolicLink(Path.Combine(scenario.Folder, "alias"), scenario.Folder);
        var run = scenario.Run($"Invoke-AlienCardOcr {paths} | ConvertTo-MaskedImage {destination} -Force");
        Assert.Equal("DestinationIsSource", run.ErrorIds[^1]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[1])), File.ReadAllBytes(next));
        AssertNothingIsStaged(scenario);
    }

    [Fact]
    public async Task A_picture_without_a_card_is_not_overwritten_by_the_copy_of_another_either()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[2], "a.png");
        Pictures.WritePlain(Path.Combine(scenario.Folder, "a.masked.png"));
        var run = scenario.Run("Invoke-AlienCardOcr $folder/a.png, $folder/a.masked.png | ConvertTo-MaskedImage -Force");
        Assert.Equal(["DestinationIsSource"], run.ErrorIds);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Force_overwrites_an_earlier_copy_when_the_last_card_has_come_and_leaves_the_same_one_alone()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "a.jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "b.jpg");
        var copy = Path.Combine(scenario.Folder, "a.masked.jpg");
        scenario.Session.Invoke("$cards = Invoke-AlienCardOcr $folder/a.jpg, $folder/b.jpg; $cards[0] | ConvertTo-MaskedImage");
        var first = File.ReadAllBytes(copy);

        var all = scenario.Run("$cards | ConvertTo-MaskedImage -Digits All -Force");
        Assert.Empty(all.Errors);
        Assert.Equal(["b.masked.jpg", "a.masked.jpg"], all.Values("Path").Select(Path.GetFileName));
        Assert.NotEqual(first, File.ReadAllBytes(copy));

        var again = scenario.Run("$cards | ConvertTo-MaskedImage -Digits All -Force");
        Assert.Equal(["a.masked.jpg", "b.masked.jpg"], again.Values("Path").Select(Path.GetFileName));
        AssertNothingIsStaged(scenario);
    }

    [Fact]
    public async Task A_run_that_is_ended_early_overwrites_nothing_and_leaves_nothing_behind()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "a.jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "b.jpg");
        var other = Path.Combine(scenario.Folder, "a.masked.jpg");
        File.WriteAllText(other, "another file");
        scenario.Session.Invoke("Import-Module $args[0]", typeof(TakeFirstCommand).Assembly.Location);
        var run = scenario.Run("Invoke-AlienCardOcr $folder/a.jpg, $folder/b.jpg | ConvertTo-MaskedImage -Force | Take-First 1");
        Assert.Equal(["b.masked.jpg"], run.Values("Path").Select(Path.GetFileName));
        Assert.Equal("another file", File.ReadAllText(other));
        AssertNothingIsStaged(scenario);
    }

    [Theory]
    [InlineData("Env:copy.jpg")]
    [InlineData("Nowhere:copy.jpg")]
    public async Task A_destination_that_is_no_path_of_the_file_system_is_refused(string destination)
    {
        await using var scenario = await Scenario.StartAsync();
        Assert.Equal("FileNotFound", scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("ac")[0]} | ConvertTo-MaskedImage $args[0]", destination).TerminatingId);
    }

    [Fact]
    public async Task A_copy_is_not_called_by_a_number_in_its_sources_extension_either()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "scan.900101-6000001");
        var copy = scenario.Run("Invoke-AlienCardOcr $folder/scan.* | ConvertTo-MaskedImage").Output.Single();
        Assert.Equal($"scan.900101-6xxxxxx-{copy.Properties["SourceHash"].Value.ToString()![..8]}.masked", Path.GetFileName((string)copy.Properties["Path"].Value));
    }

    [Fact]
    public async Task Two_people_of_one_birth_date_get_copies_of_their_own()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "900101-6000001.jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "900101-6999999.jpg");
        Assert.Equal(2, scenario.Run("Invoke-AlienCardOcr $folder/*.jpg | ConvertTo-MaskedImage $folder/masked").Output.Count);
    }

    [Fact]
    public async Task A_refused_card_does_not_keep_its_destination_from_the_next()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("ic")[0]}, $cards/{Scenario.Specimens("ac")[0]} | ConvertTo-MaskedImage $folder/one.jpg");
        Assert.Equal(["WrongCardType"], run.ErrorIds);
        Assert.Single(run.Output);
    }

    [Fact]
    public async Task A_name_of_another_format_is_refused()
    {
        await using var scenario = await Scenario.StartAsync();
        Assert.Equal(["DestinationUnwritable"], scenario.Run($"Invoke-AlienCardOcr $cards/{Scenario.Specimens("ac")[0]} | ConvertTo-MaskedImage $folder/one.png").ErrorIds);
    }

    [Fact]
    public async Task A_name_too_long_for_the_disk_is_its_cards_own_error()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], new string('가', 82) + ".jpg");
        scenario.Copy(Scenario.Specimens("ac")[1], "힣.jpg");
        var run = scenario.Run("Invoke-AlienCardOcr $folder/*.jpg | ConvertTo-MaskedImage $folder/masked");
        Assert.Equal(["DestinationUnwritable"], run.ErrorIds);
        Assert.Single(run.Output);
    }

    [Fact]
    public async Task WhatIf_writes_nothing()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "card.jpg");
        Assert.Empty(scenario.Run("Invoke-AlienCardOcr $folder/card.jpg | ConvertTo-MaskedImage $folder/out -WhatIf").Output);
        Assert.False(Directory.Exists(Path.Combine(scenario.Folder, "out")));
    }

    [Fact]
    public async Task The_destination_may_be_a_file_a_folder_or_beside_the_source()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Copy(Scenario.Specimens("ac")[0], "card.jpg");
        scenario.Session.State.Path.SetLocation(scenario.Folder);
        scenario.Session.Invoke("$card = Invoke-AlienCardOcr card.jpg");
        scenario.Session.Invoke("$card | ConvertTo-MaskedImage; $card | ConvertTo-MaskedImage copy.jpg; $card | ConvertTo-MaskedImage new/folder; $card | ConvertTo-MaskedImage dotted.jpg/");
        foreach (var expected in new[] { "card.masked.jpg", "copy.jpg", "new/folder/card.masked.jpg", "dotted.jpg/card.masked.jpg" })
            Assert.True(File.Exists(Path.Combine(scenario.Folder, expected)), expected);
    }

    [Fact]
    public async Task Further_fields_are_covered_and_one_that_is_not_located_is_refused()
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ac")[0];
        var copy = scenario.Run($"Invoke-AlienCardOcr $cards/{specimen} | ConvertTo-MaskedImage $folder -Field name, nationality").Output.Single();
        foreach (var field in new[] { "name", "nationality" })
            AssertHidden((string)copy.Properties["Path"].Value, Scenario.Truth(specimen)["fields"]![field]![0]!["box"]!.AsArray(), from: 0.02);
        Assert.Equal("alienRegNum, name, nationality", copy.Properties["Covered"].Value);
    }

    [Fact]
    public async Task A_card_that_went_through_Clixml_is_masked_like_the_original()
    {
        await using var scenario = await Scenario.StartAsync();
        var specimen = Scenario.Specimens("ac").First(name => name.Contains("exif", StringComparison.Ordinal));
        foreach (var depth in new[] { 1, 2, 5 })
        {
            var run = scenario.Run(
                "$card = Invoke-AlienCardOcr -LiteralPath $args[0]; $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($card, $args[1]));"
                + "$card | ConvertTo-MaskedImage $folder/a -Force; $back | ConvertTo-MaskedImage $folder/b -Force",
                Path.Combine(Checkout.Cards, specimen),
                depth);
            Assert.Empty(run.Errors);
            Assert.Equal(run.Values("Hash")[0], run.Values("Hash")[1]);
        }
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Path = 'card.jpg' }")]
    [InlineData("'card.jpg'")]
    [InlineData("[pscustomobject]@{ Status = 'Success'; Path = 'card.jpg'; Regions = @('nonsense') }")]
    public async Task What_is_no_card_is_an_error_that_says_so(string script)
    {
        await using var scenario = await Scenario.StartAsync();
        Assert.Equal(["InvalidCard"], scenario.Run(script + " | ConvertTo-MaskedImage").ErrorIds);
    }

    [Theory]
    [InlineData("ImageHash", "'abc'")]
    [InlineData("Path", "'card.jpg'")]
    [InlineData("Path", "''")]
    [InlineData("Path", "'/'")]
    [InlineData("Status", "7")]
    [InlineData("Regions", "@($null)")]
    [InlineData("Regions", "@(1..10001)")]
    [InlineData("Regions", "@('Text alienRegNum 0 ''######-#######'' x,y')")]
    public async Task A_card_with_a_hostile_property_is_an_error_and_the_cards_after_it_are_masked(string property, string value)
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run($$"""
            $card = Invoke-AlienCardOcr -LiteralPath $args[0]
            $serializer = [System.Management.Automation.PSSerializer]
            $hostile = $serializer::Deserialize($serializer::Serialize($card, 5))
            $hostile.{{property}} = {{value}}
            $hostile, $card | ConvertTo-MaskedImage $folder/masked
            """, Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0]));
        Assert.Equal(["InvalidCard"], run.ErrorIds);
        Assert.Single(run.Output);
    }

    [Fact]
    public async Task A_card_whose_property_is_a_script_that_throws_is_an_error_and_the_cards_after_it_are_masked()
    {
        await using var scenario = await Scenario.StartAsync();
        var run = scenario.Run("""
            $card = Invoke-AlienCardOcr -LiteralPath $args[0]
            $hostile = [pscustomobject]@{ Status = 'Success'; Regions = @() }
            $hostile.PSObject.Properties.Add([System.Management.Automation.PSScriptProperty]::new('Path', { throw 'hostile' }))
            $hostile, $card | ConvertTo-MaskedImage $folder/masked
            """, Path.Combine(Checkout.Cards, Scenario.Specimens("ac")[0]));
        Assert.Equal(["InvalidCard"], run.ErrorIds);
        Assert.Single(run.Output);
    }

    private static void AssertNothingIsStaged(Scenario scenario) => Assert.DoesNotContain(
        Directory.GetFiles(scenario.Folder), file => Path.GetFileName(file).StartsWith('.') || file.EndsWith(".tmp", StringComparison.Ordinal));

    /// <summary>Every pixel of the right half of a text's box, which the specimens print upright in their stored pixels or turned, is one colour.</summary>
    private static void AssertHidden(string copy, System.Text.Json.Nodes.JsonArray box, double from = 0.52)
    {
        using var bitmap = SKBitmap.Decode(File.ReadAllBytes(copy));
        var corners = box.Select(corner => (X: (double)corner![0]!, Y: (double)corner[1]!)).ToArray();
        for (var along = from; along <= 0.98; along += 0.01)
        {
            for (var down = 0.0; down <= 1; down += 0.1)
            {
                var (x, y) = Within(corners, along, down);
                var pixel = bitmap.GetPixel((int)x, (int)y);
                Assert.True(pixel is { Red: <= 2, Green: <= 2, Blue: <= 2, Alpha: 255 }, $"{pixel} at {x:0},{y:0} of {Path.GetFileName(copy)}");
            }
        }
    }

    private static (double X, double Y) Within((double X, double Y)[] corners, double along, double down)
    {
        var (upper, lower) = (Between(corners[0], corners[1], along), Between(corners[3], corners[2], along));
        return Between(upper, lower, down);
    }

    private static (double X, double Y) Between((double X, double Y) a, (double X, double Y) b, double part) =>
        (a.X + ((b.X - a.X) * part), a.Y + ((b.Y - a.Y) * part));
}
