using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NhanDao.Parsing.Pages.Word;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Pages.Word;

/// <summary>The three readers of Word text, on files made here.</summary>
public class WordTextTests
{
    [Theory]
    [InlineData(@"{\rtf1\ansi Mot\par Hai}", "Mot|Hai")]
    [InlineData(@"{\rtf1\ansi\uc1 K\u237?nh g\u7917?i}", "Kính gửi")] // the fallback character is passed over
    [InlineData(@"{\rtf1\ansi{\fonttbl{\f0\fcharset163 Times;}}\f0 Ti\'ea\'ecng}", "Tiê\u0301ng")] // windows-1258: the tone is a character of its own
    [InlineData(@"{\rtf1{\*\generator X;}{\info{\title An}}{\pict ffff}{\object{\*\objdata 00}}Ban}", "Ban")] // objects and pictures
    [InlineData(@"{\rtf1 A{\deleted B}{\v C}D}", "AD")] // tracked deletion, hidden text
    [InlineData(@"{\rtf1{\listtext 1.\tab}Giao Ban}", "1.\tGiao Ban")] // an automatic number
    [InlineData(@"{\rtf1{\field{\*\fldinst HYPERLINK ""http://x""}{\fldrslt Trang}}}", "Trang")] // nothing is followed
    [InlineData(@"{\rtf1{\header Trang 2}{\caps ban}}", "BAN")]
    [InlineData(@"{\rtf1 Mot\par {\b Hai", "Mot|Hai")] // cut off
    [InlineData(@"", "")]
    public void Reads_rich_text(string rtf, string expected) =>
        Assert.Equal(expected, Paragraphs(RichTextReader.Read(Encoding.Latin1.GetBytes(rtf))));

    [Fact]
    public void Rich_text_keeps_cells_side_by_side()
    {
        var page = WordGrid.SetOut(RichTextReader.Read(@"{\rtf1\trowd\cellx4000\cellx9000\intbl BAN\par Mot\cell CONG\cell\row\pard Duoi}"u8.ToArray()), "");
        Assert.Equal(Place(page, "BAN").Top, Place(page, "CONG").Top);
        Assert.True(Place(page, "CONG").Left > 190);
        Assert.True(Place(page, "Duoi").Top > Place(page, "Mot").Top);
    }

    [Fact]
    public void Braces_without_end_are_damage() =>
        Assert.Throws<UnreadableDocumentException>(() => RichTextReader.Read([.. "{\\rtf1"u8, .. Enumerable.Repeat((byte)'{', 100_000)]));

    [Theory]
    [InlineData(@"{\rtf1 a\par}", @"{\rtf1 a\par}")]
    [InlineData(@"{\rtf1 {\b a\par ", @"{\rtf1 {\b a\par }}")]
    [InlineData(@"{\rtf1 a\qj \l", @"{\rtf1 a\qj }")] // half a control word
    public void Closes_what_was_cut_off(string cut, string closed) =>
        Assert.Equal(closed, Encoding.Latin1.GetString(RichTextRepair.Close(Encoding.Latin1.GetBytes(cut), out _)));

    [Theory]
    [InlineData("Ủy ban\rKính gửi\r", "Ủy ban|Kính gửi")]
    [InlineData("Xem \u0013 HYPERLINK \"x\" \u0014trang\u0015 này\r", "Xem trang này")] // the instruction is not text
    [InlineData("\u0013 TC \u0013 PAGE \u0014 2 \u0015 \u0015Ban\r", "Ban")] // a field in an instruction
    [InlineData("a\u001Eb\u000Bc\u0001\u0008\r", "a-b\nc")]
    public void Reads_a_Word_97_file(string text, string expected) =>
        Assert.Equal(expected, Paragraphs(BinaryWordReader.Read(OleBuilder.Document(text))));

    [Fact]
    public void Reads_a_docx()
    {
        var read = PackageReader.Read(Docx(body =>
        {
            body.Append(Line("Giao "), Line("Ban ", new Caps()));
            body.Append(new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("còn")), new DeletedRun(new Run(new DeletedText("bỏ"))),
                new InsertedRun(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(" thêm")))));
            body.Append(Line("ẩn", new Vanish()));
            body.Append(Numbered("Chủ trì"), Numbered("Phối hợp"));
        }));
        Assert.Equal("Giao |BAN |còn thêm||a) Chủ trì|b) Phối hợp", Paragraphs(read));
    }

    [Fact]
    public void A_docx_keeps_cells_side_by_side_and_a_text_box_once()
    {
        const string box = """
            <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>HỎA</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>HỎA</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """;
        var page = WordGrid.SetOut(PackageReader.Read(Docx(body =>
        {
            body.Append(new Table(new TableRow(Cell("TRÁI", "3000"), Cell("PHẢI", "6000"))));
            body.Append(new Paragraph(box));
        })), "");
        Assert.Equal(Place(page, "TRÁI").Top, Place(page, "PHẢI").Top);
        Assert.True(Place(page, "PHẢI").Left > 140);
        Assert.Single(page.Words, w => w.Text == "HỎA");
    }

    [Fact]
    public void A_docx_without_its_parts_is_damaged() =>
        Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => PackageReader.Read([0x50, 0x4B, 3, 4, 0, 0])).Reason);

    [Fact]
    public void Legacy_fonts_are_converted_and_their_capitals_shown()
    {
        var page = WordGrid.SetOut(
        [
            new WordBlock.Paragraph([new("bé tµi chÝnh", ".VnTimeH")]),
            new WordBlock.Paragraph([new("C¨n cø NghÞ ®Þnh cña ChÝnh phñ; tr\u00AD", ".VnTime"), new("ëng phßng", ".VnTime")]),
            new WordBlock.Paragraph([new("Võ Tòng", "Times New Roman")]),
        ], "text");
        Assert.Equal("BỘ TÀI CHÍNH Căn cứ Nghị định của Chính phủ; trưởng phòng Võ Tòng", string.Join(' ', page.Words.Select(w => w.Text)));
        Assert.Equal("text; TCVN3 converted", page.Reason);
    }

    [Fact]
    public void Tabs_and_alignment_place_words()
    {
        var page = WordGrid.SetOut(
        [
            new WordBlock.Paragraph([new("Số: 1/UB\tHà Nội", "")]) { Tabs = [new(300, WordAlignment.Left)] },
            new WordBlock.Paragraph([new("THÔNG BÁO", "")]) { Alignment = WordAlignment.Centre },
        ], "");
        Assert.Equal(300, Place(page, "Hà").Left);
        Assert.InRange(Place(page, "THÔNG").Left, 150, 234);
    }

    private static string Paragraphs(ImmutableArray<WordBlock> blocks) => string.Join('|', blocks.OfType<WordBlock.Paragraph>().Select(p => p.Text));

    private static PageWord Place(ReadPage page, string word) => page.Words.Single(w => w.Text == word);

    private static Paragraph Line(string text, params OpenXmlElement[] look) =>
        new(new Run(new RunProperties(look), new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static Paragraph Numbered(string text) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
        new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));

    private static TableCell Cell(string text, string width) =>
        new(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), Line(text));

    private static byte[] Docx(Action<Body> fill)
    {
        var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            var body = new Body();
            fill(body);
            main.Document = new Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.LowerLetter }, new LevelText { Val = "%1)" }) { LevelIndex = 0 }) { AbstractNumberId = 5 },
                new NumberingInstance(new AbstractNumId { Val = 5 }) { NumberID = 1 });
        }
        return bytes.ToArray();
    }
}
