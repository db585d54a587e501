using System.Text;
using NhanDao.Parsing.Pages;

namespace NhanDao.Parsing.Tests.Pages;

public class FileSignatureTests
{
    [Theory]
    [InlineData("%PDF-1.4\n%âãÏÓ", nameof(FileKind.Pdf))]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n%PDF-1.7", nameof(FileKind.Pdf))] // junk before the signature
    [InlineData("\u0089PNG\r\n\u001a\n", nameof(FileKind.Png))]
    [InlineData("ÿØÿà\0\u0010JFIF", nameof(FileKind.Jpeg))]
    [InlineData("II*\0\u0008\0\0\0", nameof(FileKind.Tiff))]
    [InlineData("MM\0*\0\0\0\u0008", nameof(FileKind.Tiff))]
    [InlineData("ÐÏ\u0011à¡±\u001aá", nameof(FileKind.OleCompound))]
    [InlineData("PK\u0003\u0004\u0014\0", nameof(FileKind.Zip))]
    [InlineData(@"{\rtf1\ansi", nameof(FileKind.RichText))]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", nameof(FileKind.Html))] // an error page saved as .pdf
    [InlineData("\r\n  <html lang=\"vi\">", nameof(FileKind.Html))]
    [InlineData("GIF89a", nameof(FileKind.OtherPicture))]
    [InlineData("RIFF\u0010\0\0\0WEBPVP8 ", nameof(FileKind.OtherPicture))]
    [InlineData("\0\0\0\u0018ftypheic", nameof(FileKind.OtherPicture))]
    [InlineData("Số: 12/UBND-VX", nameof(FileKind.Unknown))] // Latin-1 bytes here: not UTF-8
    [InlineData("\u0001\u0002\u0003\u0004", nameof(FileKind.Unknown))]
    public void Knows_a_file_by_its_bytes(string latin1, string kind) =>
        Assert.Equal(kind, FileSignature.Recognise(Bytes(latin1)).ToString());

    [Theory]
    [InlineData("# Công văn\n\n**Số:** 12/UBND-VX")]
    [InlineData("\uFEFFKính gửi: Sở Y tế")]
    [InlineData("a < b và <b>đậm</b>")] // a tag inside is no web page
    public void Knows_text(string text)
    {
        Assert.Equal(FileKind.Text, FileSignature.Recognise(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(FileKind.Text, FileSignature.Recognise([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(FileKind.Text, FileSignature.Recognise([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    [Fact]
    public void A_head_that_ends_inside_a_character_is_still_text()
    {
        var text = Encoding.UTF8.GetBytes(new string('ỉ', FileSignature.HeadLength)); // three bytes each, and 4096 is no multiple of three
        Assert.Equal(FileKind.Text, FileSignature.Recognise(text.AsSpan(0, FileSignature.HeadLength)));
    }

    [Fact]
    public void Decodes_text_by_its_mark()
    {
        const string text = "Kính gửi: Sở Y tế";
        Assert.Equal(text, TextFile.Decode(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, TextFile.Decode([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]));
        Assert.Equal(text, TextFile.Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(text, TextFile.Decode([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    private static byte[] Bytes(string latin1) => latin1.StartsWith('S') ? [0x53, 0xF4, 0xE1, 0x3A] : Encoding.Latin1.GetBytes(latin1);
}
