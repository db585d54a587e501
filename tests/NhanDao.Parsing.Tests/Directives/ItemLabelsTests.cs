using NhanDao.Parsing.Directives;

namespace NhanDao.Parsing.Tests.Directives;

public class ItemLabelsTests
{
    [Theory]
    [InlineData("1. Giao Sở Tài chính", "Arabic 1")]
    [InlineData("10. Chủ tịch UBND các huyện:", "Arabic 10")]
    [InlineData("2) Lập danh sách", "Arabic 2")]
    [InlineData("3/ Các đơn vị", "Arabic 3")]
    [InlineData("1.- Yêu cầu", "Arabic 1")]
    [InlineData("2- Thời gian", "Arabic 2")]
    [InlineData("_3. Phòng Y tế", "Arabic 3")] // OCR's speck
    [InlineData("- 1, Thực hiện nghiêm", "Arabic 1")] // OCR's dash and comma
    [InlineData("**2.** Thường xuyên", "Arabic 2")] // Markdown
    [InlineData("2.1. Điều kiện chung", "Decimal 2.1")]
    [InlineData("4.1.1 Sở Nội vụ", "Decimal 4.1.1")]
    [InlineData("a) Ban hành các văn bản", "Letter a")]
    [InlineData("đ) Tổ chức thanh tra", "Letter đ")]
    [InlineData("©) Nghiên cứu", "Letter c")] // OCR for c
    [InlineData("a. Ban hành", "Letter a")]
    [InlineData("II. NHIỆM VỤ", "Roman II")]
    [InlineData("H. MỤC ĐÍCH", "Roman II")] // OCR for II
    [InlineData("HI. PHẠM VI", "Roman III")] // OCR for III
    [InlineData("Điều 2. Tổ chức thực hiện", "Article Điều 2")]
    [InlineData("Điêu 3. Chánh Văn phòng", "Article Điều 3")] // OCR
    [InlineData("Thứ nhất, rà soát", "Ordinal Thứ nhất")]
    [InlineData("- Thứ hai: báo cáo", "Ordinal Thứ hai")]
    [InlineData("(1) Rà soát", "Bracketed 1")]
    [InlineData("- Theo dõi", "Dash ")]
    [InlineData("+ Tiến sĩ", "Plus ")]
    public void Reads_the_label(string line, string expected)
    {
        var (label, _) = ItemLabels.Read(line)!.Value;
        Assert.Equal(expected, $"{label.Kind} {label.Printed}");
    }

    [Theory]
    [InlineData("161/2024/NĐ-CP ngày 18/12/2024")] // the rest of a number that a line break cut
    [InlineData("01/11/2017 của Ban Chỉ đạo")] // a date
    [InlineData("12.500 đồng mỗi suất")]
    [InlineData("2017, Giám đốc Sở yêu cầu")]
    [InlineData("TS. Nguyễn Văn A")] // a title
    [InlineData("Điều kiện để được hỗ trợ")]
    [InlineData("Điều 5 Nghị định số 12/2024/NĐ-CP quy định:")] // cited
    [InlineData("Điều 7 của Luật Tiếp công dân")]
    [InlineData("Thứ hai ngày 10 tháng 6")] // Monday
    [InlineData("Sở Tài chính chủ trì")]
    public void Leaves_plain_text_alone(string line) => Assert.Null(ItemLabels.Read(line));
}
