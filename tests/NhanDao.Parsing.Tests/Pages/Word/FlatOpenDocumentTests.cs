using System.Xml.Linq;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Pages.Word;

namespace NhanDao.Parsing.Tests.Pages.Word;

public class FlatOpenDocumentTests
{
    private const string Document = """
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
        <office:scripts/>
        <office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/><style:font-face style:name="F2" svg:font-family="'.VnTimeH'"/></office:font-face-decls>
        <office:styles><style:style style:name="Standard" style:family="paragraph"><style:text-properties style:font-name="F1" fo:letter-spacing="2pt"/></style:style></office:styles>
        <office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"/><style:style style:name="T1" style:family="text"><style:text-properties style:font-name="F2"/></style:style></office:automatic-styles>
        <office:body><office:text><text:tracked-changes><text:p text:style-name="P1">xo¸ ®i</text:p></text:tracked-changes>
        <text:p text:style-name="P1"><text:span text:style-name="T1">quyÕt ®Þnh</text:span> cña <text:a xlink:href="http://example.invalid/">Thñ t­íng</text:a><draw:frame><draw:image xlink:href="file:///etc/passwd"/></draw:frame><text:date>hôm nay</text:date><text:page-number>2</text:page-number></text:p>
        </office:text></office:body></office:document>
        """;

    [Fact]
    public void Converts_by_font_and_takes_out_what_is_not_the_letter()
    {
        using var folder = new WorkFolder();
        var path = folder.File("a.fodt");
        File.WriteAllText(path, Document);

        Assert.Equal("TCVN3", FlatOpenDocument.Clean(path));

        var cleaned = File.ReadAllText(path);
        Assert.Equal("QUYẾT ĐỊNH của Thủ tướng", XDocument.Parse(cleaned).Root!.Value.Trim());
        foreach (var gone in new[] { "passwd", "example.invalid", "scripts", "letter-spacing", ".VnTime" })
            Assert.DoesNotContain(gone, cleaned, StringComparison.Ordinal);
    }
}
