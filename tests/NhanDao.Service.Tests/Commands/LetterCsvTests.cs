using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Service.Commands;

namespace NhanDao.Service.Tests.Commands;

public class LetterCsvTests
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

        1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện Kế hoạch số 96/KH-UBND ngày 18/02/2025 của UBND tỉnh; báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 20/4/2025.

        2. Ủy ban nhân dân các huyện báo cáo kết quả trước ngày 20 hằng tháng.

        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Nguyễn Văn An
        """) with { File = "in/012_cv.txt" };

    /// <summary>The sample with words that would harm a careless reader.</summary>
    private static Letter With(string text) => Sample with { Subject = new() { Status = FieldStatus.Present, Value = text, Confidence = 1 } };

    [Fact]
    public void Has_a_row_for_each_letter_and_directive()
    {
        Assert.Equal("in/012_cv.txt|Công văn 12/UBND-VX", string.Join('|', Read(LetterRows.Duties, LetterDuty.In(Sample))[1][0], Read(LetterRows.Duties, LetterDuty.In(Sample))[1][3][..19]));
        var duty = Read(LetterRows.Duties, LetterDuty.In(Sample))[1];
        Assert.Equal(("1", "Kế hoạch 96/KH-UBND", "Sở Y tế", "Sở Tài chính", "2025-04-20"), (duty[1], duty[4], duty[5], duty[6], duty[8]));
        Assert.Contains("Ủy ban nhân dân tỉnh", duty[10], StringComparison.Ordinal);
        var letter = Read(LetterRows.Letters, [Sample])[1];
        Assert.Equal(("12/UBND-VX", "2025-03-05", "Sở Y tế; Ủy ban nhân dân các huyện"), (letter[2], letter[3], letter[8]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+84 123", "'+84 123")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    // quotes, line ends and separators come back as they were
    [InlineData("a \"b\", c\nd;", "a \"b\", c\nd;")]
    public void Runs_no_formula(string text, string expected) => Assert.Equal(expected, Read(LetterRows.Letters, [With(text)])[1][7]);

    private static List<List<string>> Read<T>(ImmutableArray<Column<T>> columns, IEnumerable<T> rows)
    {
        using var buffer = new MemoryStream();
        LetterCsv.Write(buffer, columns, rows);
        var bytes = buffer.ToArray();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        using var reader = CsvReader.Create(bytes, CsvReaderOptions.Default with { HasHeader = false, Separator = ',' });
        var found = new List<List<string>>();
        while (reader.Read())
            found.Add([.. Enumerable.Range(0, columns.Length).Select(i => reader.GetString(i))]);
        return found;
    }
}
