using NhanDao.Service.Import;

namespace NhanDao.Service.Tests.Import;

public sealed class NearDuplicatesTests
{
    private const string Text = """
        Ủy ban nhân dân tỉnh An Bình giao Sở Y tế chủ trì, phối hợp với Hội Chữ thập đỏ tỉnh và Ủy ban nhân dân các huyện, thị xã, thành phố tổ chức
        Tháng Nhân đạo năm 2025 trên địa bàn; Sở Tài chính cân đối kinh phí; Báo An Bình, Đài Phát thanh và Truyền hình tỉnh tuyên truyền sâu rộng;
        các cơ quan, đơn vị báo cáo kết quả về Ủy ban nhân dân tỉnh qua Sở Y tế trước ngày 15 tháng 6 năm 2025 để tổng hợp, báo cáo Trung ương theo quy định.
        """;

    [Fact]
    public void Another_reading_of_a_letter_has_nearly_its_print() =>
        Assert.InRange(TextPrint.Difference(TextPrint.Of(Text)!.Value, TextPrint.Of(Text.Replace("sâu rộng", "sau rộng", StringComparison.Ordinal).ToUpperInvariant())!.Value), 0, TextPrint.MostDifferent);

    [Fact]
    public void Another_letter_has_another_print() =>
        Assert.InRange(TextPrint.Difference(TextPrint.Of(Text)!.Value, TextPrint.Of(string.Join(' ', Text.Split(' ').Reverse()))!.Value), 15, 64);

    [Fact]
    public void A_few_words_have_none() => Assert.Null(TextPrint.Of("Kính gửi: Sở Y tế."));

    [Fact]
    public void Groups_what_differs_in_three_bits_wherever_they_stand()
    {
        const long print = 0x1234_5678_9ABC_DEF0;
        var groups = NearDuplicates.ByText(
        [
            ("a", print), ("b", print ^ unchecked((long)0x8000_0001_0000_0001)), ("c", print ^ 0x0001_0010_0100_1000), // b: three bits, c: four
            ("d", ~print),
        ]);

        Assert.Equal("a b", string.Join(" | ", groups.Select(g => string.Join(' ', g.Paths))));
    }
}
