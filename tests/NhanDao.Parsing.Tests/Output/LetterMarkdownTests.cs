using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

public class LetterMarkdownTests
{
    [Fact]
    public void Shows_fields_tasks_references_and_warnings() => Assert.Equal(
        """
        # Công văn số …/UBND-VX

        | | |
        |---|---|
        | **Cơ quan ban hành** | Sở Y tế · Sở Tài chính _(suy ra)_ |
        | **Cơ quan chủ quản** | UBND tỉnh An Bình |
        | **Số, ký hiệu** | …/UBND-VX _(để trống)_ |
        | **Địa danh** | An Bình |
        | **Ngày** | 01/2025 _(không thống nhất, cần xem lại)_ |
        | **Trích yếu** | "an toàn" thực phẩm \<dịp Tết> & lễ hội |
        | **Độ khẩn** | KHẨN |
        | **Độ mật** | MẬT |
        | **Kính gửi** | Các sở, ban, ngành |
        | **Nơi nhận** | Như trên; Lưu: VT _(cần xem lại)_ |
        | **Người ký** | KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Nguyễn Văn Mẫu |

        ## Nhiệm vụ

        | | Nội dung | Chủ trì | Phối hợp | Thời hạn |
        |---|---|---|---|---|
        | 1 | Giao Sở Y tế chủ trì | Sở Y tế, (Các sở) | Sở Tài chính | trước ngày 20/01/2025 |
        | –  | việc con |  |  |  |

        ## Văn bản viện dẫn

        - Công văn 45/BYT-KH, 03/12/2024, Bộ Y tế
        - Luật An toàn thực phẩm

        ## Lưu ý

        - The list may be cut off. (`recipients.cut`)
        """,
        LetterMarkdown.Write(SampleLetter.Create(), "057_cv"));

    [Fact]
    public void A_letter_that_holds_nothing_is_headed_by_its_file() =>
        Assert.StartsWith("# 057\\_cv\n", LetterMarkdown.Write(new() { Text = new() { Content = "" } }, "057_cv"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a | b", @"a \| b")] // would end the cell
    [InlineData("a\nb", "a b")] // would end the row
    [InlineData("**đậm** `mã` <b>", @"\*\*đậm\*\* \`mã\` \<b>")]
    public void Marks_of_Markdown_in_the_letter_stay_text(string subject, string cell)
    {
        var letter = new Letter { Text = new() { Content = "" }, Subject = SampleLetter.Sure(subject) };

        Assert.Contains($"| {cell} |", LetterMarkdown.Write(letter, "a"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12", "UBND-VX", "12/UBND-VX")]
    [InlineData("12", "2025/QĐ-TTg", "12/2025/QĐ-TTg")] // the year is part of the symbol
    [InlineData("207", "CV/TU", "207-CV/TU")] // party
    [InlineData(null, "CV/TU", "…-CV/TU")]
    [InlineData("12", null, "12/…")]
    public void Numbers_are_written_as_their_regime_writes_them(string? ordinal, string? symbol, string written)
    {
        var letter = new Letter { Text = new() { Content = "" }, Number = SampleLetter.Sure(new LetterNumber(ordinal, symbol)) };

        Assert.StartsWith($"# Số {written}\n", LetterMarkdown.Write(letter, "a"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_to_look_at_is_shown_even_when_it_is_empty()
    {
        var letter = new Letter { Text = new() { Content = "" }, Diagnostics = [new("issuer.absent", Severity.Warning, "…")] };

        Assert.Contains("| **Cơ quan ban hành** |  _(cần xem lại)_ |", LetterMarkdown.Write(letter, "a"), StringComparison.Ordinal);
    }
}
