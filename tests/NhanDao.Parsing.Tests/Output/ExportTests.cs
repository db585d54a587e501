using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

/// <summary>Every export is read again by a reader of its kind.</summary>
public class ExportTests
{
    private static readonly Letter Sample = new LetterParser().Parse("""
        ỦY BAN NHÂN DÂN
        TỈNH CÀ MAU
        Số: 12/UBND-VX
        V/v phòng, chống dịch
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Cà Mau, ngày 05 tháng 3 năm 2025

        Kính gửi:
        - Sở Y tế;
        - Ủy ban nhân dân các huyện.

        Phúc đáp Công văn số 15/BYT-DP ngày 01/3/2025 của Bộ Y tế, Ủy ban nhân dân tỉnh yêu cầu:

        1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch số 96/KH-UBND ngày 18/02/2025 của UBND tỉnh; báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 20/4/2025.

        2. Ủy ban nhân dân các huyện báo cáo kết quả trước ngày 20 hằng tháng.

        Nơi nhận:
        - Như trên;
        - Lưu: VT.

        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Nguyễn Văn An
        """) with { File = "in/012_cv.txt" };

    /// <summary>The sample with words that would harm a careless reader.</summary>
    private static Letter With(string text) => Sample with
    {
        Subject = new() { Status = FieldStatus.Present, Value = text, Confidence = 1 },
        Directives = [.. Sample.Directives.Select(d => d with { Text = text })],
    };

    [Fact]
    public void The_sample_is_read_as_the_tests_need_it()
    {
        Assert.Equal(2, Sample.Directives.Length);
        Assert.Equal(2, Sample.References.Length);
    }

    [Theory]
    [InlineData("ordinary words")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("bad \u0001\u000B\uFFFE\uD800 letters <&>]]>")]
    public void A_workbook_opens_with_its_rows_and_without_formulas(string text)
    {
        using var buffer = new MemoryStream();
        LetterWorkbook.Write(buffer, [With(text), With(text)]);
        buffer.Position = 0;
        using var document = SpreadsheetDocument.Open(buffer, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var book = document.WorkbookPart!;
        Assert.Equal(["Nhiệm vụ 5", "Văn bản 3"], book.Workbook.Descendants<Sheet>().Select(s => $"{s.Name} {Sheet(s).Descendants<Row>().Count()}"));
        Assert.Empty(book.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
        var cells = Sheet(book.Workbook.Descendants<Sheet>().First()).Descendants<Row>().ElementAt(1).Elements<Cell>().ToList();
        Assert.Equal(XmlText.Clean(text), cells[2].InnerText);
        Assert.Equal(45767, int.Parse(cells[8].InnerText, System.Globalization.CultureInfo.InvariantCulture)); // 20 April 2025, as spreadsheets count days

        Worksheet Sheet(Sheet sheet) => ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet;
    }

    [Fact]
    public void A_calendar_has_an_entry_for_each_dated_or_recurring_duty()
    {
        var entries = Entries(LetterCalendar.Write([Sample], DateTimeOffset.UnixEpoch));
        Assert.Equal(["20250420 ", "20250320 FREQ=MONTHLY;BYMONTHDAY=20"], entries.Select(e => $"{e["DTSTART;VALUE=DATE"]} {e.GetValueOrDefault("RRULE")}"));
        Assert.All(entries, e => Assert.Equal("19700101T000000Z", e["DTSTAMP"]));
        Assert.StartsWith("Sở Y tế: Giao Sở Y tế chủ trì\\, phối hợp", entries[0]["SUMMARY"], StringComparison.Ordinal);
        Assert.Equal(2, entries.Select(e => e["UID"]).Distinct().Count());
        Assert.Equal(entries.Select(e => e["UID"]), Entries(LetterCalendar.Write([Sample], DateTimeOffset.UtcNow)).Select(e => e["UID"]));
    }

    [Fact]
    public void A_calendar_line_is_short_and_whole_when_unfolded()
    {
        var text = string.Concat(Enumerable.Repeat("Ủy ban; nhân, dân \\ 𝔸\r\nEND:VCALENDAR\u0007 ", 40));
        var calendar = LetterCalendar.Write([With(text)], DateTimeOffset.UnixEpoch);

        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.DoesNotContain("\uFFFD", calendar, StringComparison.Ordinal);
        Assert.Single(calendar.Split("\r\n"), line => line == "END:VCALENDAR");
        var said = Entries(calendar)[0]["DESCRIPTION"].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        Assert.StartsWith(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\u0007", "", StringComparison.Ordinal), said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "20251215 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=3", "20250403 FREQ=MONTHLY;BYMONTHDAY=3")]
    // a quarter, a half year: the calendar's, on their last day
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "20250331 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")]
    [InlineData("FREQ=MONTHLY;INTERVAL=6", "20250630 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1")]
    [InlineData("FREQ=WEEKLY;BYDAY=FR", "20250307 FREQ=WEEKLY;BYDAY=FR")]
    [InlineData("FREQ=YEARLY", "20251231 FREQ=YEARLY")]
    // once, and never
    [InlineData(null, "")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "")]
    [InlineData("nonsense", "")]
    public void A_recurrence_is_counted_from_the_letters_date(string? rule, string expected) => Assert.Equal(expected,
        Recurrence.Of(new("", default, null) { Recurrence = rule }, new(2025, 3, 5)) is { } r ? $"{r.First:yyyyMMdd} {r.Rule}" : "");

    [Theory]
    [InlineData("Code/CodeNumber", "12")]
    [InlineData("Code/CodeNotation", "UBND-VX")]
    [InlineData("PromulgationInfo/PromulgationDate", "2025/03/05")]
    [InlineData("PromulgationInfo/Place", "Cà Mau")]
    [InlineData("From/OrganName", "Ủy ban nhân dân tỉnh Cà Mau")]
    [InlineData("To/OrganName", "Sở Y tế")]
    [InlineData("Subject", "phòng, chống dịch")]
    [InlineData("SignerInfo/FullName", "Nguyễn Văn An")]
    [InlineData("SignerInfo/Competence", "KT. CHỦ TỊCH")]
    [InlineData("DueDate", "2025/04/20")]
    [InlineData("ToPlaces/Place", "Như trên")]
    [InlineData("ResponseFor/Code", "15/BYT-DP")]
    [InlineData("DocumentId", ",2025/03/05,12/UBND-VX")]
    public void EdXml_has_its_fields(string path, string expected) =>
        Assert.Equal(expected, At(XDocument.Parse(XmlText.Write(LetterXml.EdXml(Sample))).Descendants().First(e => e.Name.LocalName == "MessageHeader"), path));

    [Theory]
    [InlineData("TypeName", "Công văn")]
    [InlineData("CodeNumber", "12")]
    [InlineData("CodeNotation", "UBND-VX")]
    [InlineData("IssuedDate", "05/03/2025")]
    [InlineData("OrganName", "Ủy ban nhân dân tỉnh Cà Mau")]
    [InlineData("SignerInfo/Position", "PHÓ CHỦ TỊCH")]
    [InlineData("To/OrganName", "Sở Y tế")]
    [InlineData("FileCode/FileCatalog", "2025")]
    [InlineData("Priority", "0")]
    public void Decree_30_has_its_fields(string path, string expected) =>
        Assert.Equal(expected, At(XDocument.Parse(XmlText.Write(LetterXml.Decree30(Sample))).Root!, path));

    [Fact]
    public void The_archive_record_has_all_its_elements()
    {
        var root = XDocument.Parse(XmlText.Write(LetterXml.Archive(Sample))).Root!;
        Assert.Equal(["docId", "docCode", "maintenance", "typeName", "codeNumber", "codeNotation", "issuedDate", "organName", "subject", "language", "numberOfPage", "inforSign",
            "keyword", "mode", "confidenceLevel", "autograph", "format", "riskRecovery", "riskRecoveryStatus", "process", "description"], root.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(("22", "05/03/2025", "01"), (At(root, "typeName"), At(root, "issuedDate"), At(root, "mode")));
        Assert.Contains("Nguyễn Văn An", At(root, "description"), StringComparison.Ordinal);
    }

    [Fact]
    public void Akoma_Ntoso_has_head_duties_and_links()
    {
        var document = XDocument.Parse(XmlText.Write(AkomaNtoso.Write(Sample, new(2026, 1, 2))));
        var ns = document.Root!.Name.Namespace;
        Assert.Equal("/akn/vn/doc/congVan/uy-ban-nhan-dan-tinh-ca-mau/2025-03-05/12-ubnd-vx", document.Descendants(ns + "FRBRuri").First().Attribute("value")!.Value);
        Assert.Equal(2, document.Descendants(ns + "hcontainer").Count());
        Assert.Equal("Kế hoạch số 96/KH-UBND", document.Descendants(ns + "hcontainer").First().Descendants(ns + "ref").Single().Value);
        Assert.Equal("Nguyễn Văn An", document.Descendants(ns + "person").Single().Value);
        // every id once, every pointer to one that is there
        var ids = document.Descendants().Attributes("eId").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(document.Descendants().Attributes("refersTo").Select(a => a.Value.TrimStart('#')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Xml_survives_characters_that_it_cannot_hold_and_letters_that_say_nothing()
    {
        var bad = With("a\u0000\u0001\uD800b\uDC00\uFFFF 𝔸 <&>");
        var empty = new Letter { Text = new() { Content = "" } };
        foreach (var letter in new[] { bad, empty })
            foreach (var document in new[] { LetterXml.EdXml(letter), LetterXml.Decree30(letter), LetterXml.Archive(letter), AkomaNtoso.Write(letter, new(2026, 1, 2)) })
                XDocument.Parse(XmlText.Write(document));
        Assert.Equal("ab 𝔸 <&>", XDocument.Parse(XmlText.Write(LetterXml.Archive(bad))).Root!.Element("subject")!.Value);
        Assert.Equal("𝔸", XmlText.Cut("𝔸𝔸", 3));
    }

    private static string At(XElement root, string path) => path.Split('/').Aggregate(root, (e, name) => e.Elements().First(c => c.Name.LocalName == name)).Value;

    /// <summary>The entries of a calendar, unfolded, property by property.</summary>
    private static List<Dictionary<string, string>> Entries(string calendar)
    {
        var found = new List<Dictionary<string, string>>();
        foreach (var line in calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
            if (line == "BEGIN:VEVENT")
                found.Add([]);
            else if (found.Count > 0 && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !line.StartsWith("END:", StringComparison.Ordinal))
                found[^1].Add(line[..colon], line[(colon + 1)..]);
        return found;
    }
}
