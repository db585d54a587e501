using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;

namespace NhanDao.Parsing.Tests.Fields;

/// <summary>What is not written to is no addressee.</summary>
public class AddresseeListTests
{
    [Fact]
    public void A_list_behind_the_body_is_the_sample_of_a_form()
    {
        var letter = LetterLines.Of(LineLabel.Body, "Sở Y tế xây dựng kế hoạch tiêm chủng mở rộng năm 2024 như sau:", "1. Trung tâm Kiểm soát bệnh tật báo cáo kết quả theo mẫu:")
            .And(LineLabel.Addressee, "Kính gửi: Sở Y tế.");
        Assert.Empty(Read(letter));
    }

    [Fact]
    public void Only_the_first_list_is_the_letters()
    {
        var letter = LetterLines.Of(LineLabel.Addressee, "Kính gửi:", "- Sở Y tế;", "- Sở Tài chính.")
            .And(LineLabel.Body, "Ủy ban nhân dân tỉnh nhận được đề nghị của:", "các đơn vị liên quan,", "như sau:")
            .And(LineLabel.Addressee, "- Sở Nội vụ;", "- Sở Tư pháp.");
        Assert.Equal(["Sở Y tế", "Sở Tài chính"], Read(letter));
    }

    [Fact]
    public void A_second_list_close_by_belongs_to_it()
    {
        var letter = LetterLines.Of(LineLabel.Addressee, "Kính gửi:", "- Sở Y tế;").And(LineLabel.Body, "_ ˆ").And(LineLabel.Addressee, "- Sở Tài chính.", "Đồng kính gửi: Tỉnh đoàn.");
        Assert.Equal(["Sở Y tế", "Sở Tài chính", "Tỉnh đoàn"], Read(letter));
    }

    [Theory]
    [InlineData("HỎA TỐC  Kính gửi: Sở Y tế.", "HỎA TỐC")]
    [InlineData("KHẨN - Sở Y tế;", "KHẨN")]
    [InlineData("KHẨN - Kính gửi: Sở Y tế;", "KHẨN")]
    [InlineData("Kính gửi: Mặt trận Tổ quốc.", null)] // begins like a mark
    [InlineData("Kính gửi: Sở Y tế (khẩn).", null)]
    public void A_stamp_beside_the_list_is_no_addressee(string line, string? mark)
    {
        var letter = LetterLines.Of(LineLabel.Addressee, line);
        Assert.DoesNotContain(Read(letter), item => item.Contains("KHẨN", StringComparison.Ordinal) || item.Contains("TỐC", StringComparison.Ordinal));
        Assert.Equal(mark, MarkFields.Read(letter.Text, letter.Lines, []).Urgency.Value);
    }

    [Fact]
    public void The_end_of_the_subject_above_the_cue_is_no_addressee()
    {
        var letter = LetterLines.Of(LineLabel.Addressee, "phòng, chống dịch bệnh mùa đông", "Kính gửi: Sở Y tế.");
        Assert.Equal(["Sở Y tế"], Read(letter));
    }

    [Fact]
    public void Without_Kinh_gui_nothing_is_sure()
    {
        var letter = LetterLines.Of(LineLabel.Addressee, "- Sở Y tế;", "- Sở Tài chính.");
        Assert.All(AddresseeList.Read(letter.Text, letter.Lines), i => Assert.InRange(i.Confidence, 0, 0.7));
    }

    private static string[] Read(LetterLines letter) => [.. AddresseeList.Read(letter.Text, letter.Lines).Select(i => i.Value!)];
}
