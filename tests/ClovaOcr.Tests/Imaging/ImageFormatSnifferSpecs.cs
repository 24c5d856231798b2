using System;
using System.Text;
using ClovaOcr.Imaging;
using Xunit;

namespace ClovaOcr.Tests.Imaging;

public class ImageFormatSnifferSpecs
{
    [Theory]
    [InlineData(ImageFormat.Jpeg, "FFD8FFE0")]
    [InlineData(ImageFormat.Jpeg, "FFD8FFDB")]
    [InlineData(ImageFormat.Png, "89504E470D0A1A0A0000")]
    [InlineData(ImageFormat.Tiff, "49492A0008000000")]
    [InlineData(ImageFormat.Tiff, "4D4D002A00000008")]
    [InlineData(ImageFormat.Tiff, "49492B0008000000")]
    [InlineData(ImageFormat.Tiff, "4D4D002B00080000")]
    [InlineData(ImageFormat.Pdf, "255044462D312E37")]
    public void The_leading_bytes_tell_the_format(ImageFormat format, string leading) =>
        Assert.Equal(format, ImageFormatSniffer.Sniff(Convert.FromHexString(leading)));

    [Theory]
    [InlineData("")]
    [InlineData("FFD8")]
    [InlineData("89504E470A1A0A0A")] // a PNG whose line ends were translated
    [InlineData("49492A01")]
    [InlineData("4749463839610000")] // GIF
    [InlineData("52494646000000005745425056503820")] // WebP
    public void Anything_else_is_no_picture(string leading) =>
        Assert.Null(ImageFormatSniffer.Sniff(Convert.FromHexString(leading)));

    [Theory]
    [InlineData(1019, true)]
    [InlineData(1020, false)]
    public void A_PDF_header_may_stand_anywhere_in_the_first_1024_bytes(int position, bool isPdf)
    {
        var file = new byte[2000];
        Encoding.ASCII.GetBytes("%PDF-1.4").CopyTo(file, position);
        Assert.Equal(isPdf ? ImageFormat.Pdf : null, ImageFormatSniffer.Sniff(file));
    }

    [Fact]
    public void A_text_file_of_any_name_is_not_a_picture()
    {
        var exception = Assert.Throws<ClovaOcrException>(() => ImageHeader.Read("hello"u8.ToArray()));
        Assert.Equal(ClovaOcrErrorKind.UnsupportedFormat, exception.Kind);
    }
}
