using NhanDao.Parsing.Directives;

namespace NhanDao.Parsing.Tests.Directives;

public class ShortNamesTests
{
    [Theory]
    [InlineData("Thành lập Ban Chỉ đạo chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo).", "Ban Chỉ đạo", "Ban Chỉ đạo chuyển đổi số tỉnh")]
    [InlineData("Thành lập Tổ công tác xử lý vướng mắc đầu tư công năm 2023 (sau đây gọi là Tổ công tác), gồm các ông (bà) có tên", "Tổ công tác", "Tổ công tác xử lý vướng mắc đầu tư công năm 2023")]
    [InlineData("Trưởng Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh (sau đây gọi tắt là Ban Chỉ đạo 389 tỉnh) phân công", "Ban Chỉ đạo 389 tỉnh", "Ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh")] // a comma inside the name
    [InlineData("Ủy ban nhân dân (UBND) các cấp có trách nhiệm", "UBND huyện", "Ủy ban nhân dân huyện")]
    [InlineData("Đề nghị Sở Giáo dục và Đào tạo (Sở GD&ĐT) chỉ đạo", "Sở GD&ĐT", "Sở Giáo dục và Đào tạo")]
    [InlineData("Cục Quản lý thị trường (QLTT) và lực lượng chức năng", "Cục QLTT", "Cục Quản lý thị trường")]
    [InlineData("công tác phòng, chống tham nhũng, tiêu cực (gọi tắt là PCTNTC)", "Ban Chỉ đạo về PCTNTC", "Ban Chỉ đạo về phòng, chống tham nhũng, tiêu cực")]
    [InlineData("Liên đoàn Lao động (viết tắt là LĐLĐ) tỉnh", "LĐLĐ huyện", "Liên đoàn Lao động huyện")]
    [InlineData("Thành lập Ban Chỉ đạo chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo).", "Trưởng Ban Chỉ đạo", "Trưởng Ban Chỉ đạo chuyển đổi số tỉnh")] // a post in it
    public void A_short_name_stands_for_what_the_letter_says(string text, string name, string full) =>
        Assert.Equal(full, ShortNames.Of([PassageFor.Text(text)], []).Expand(name));

    [Fact]
    public void An_addressee_may_be_given_one() =>
        Assert.Equal("Ủy ban nhân dân các tỉnh, thành phố", ShortNames.Of([], ["Ủy ban nhân dân các tỉnh, thành phố (sau đây gọi tắt là UBND cấp tỉnh)"]).Expand("UBND cấp tỉnh"));

    [Theory]
    [InlineData("Giao Sở Y tế (Phòng Nghiệp vụ Y) chủ trì", "Phòng Nghiệp vụ Y")] // a part of it, no other name
    [InlineData("Ủy ban nhân dân tỉnh (b/c)", "b/c")]
    [InlineData("có 12 cơ sở (QĐ số 5)", "QĐ")] // letters that begin no words before
    [InlineData("Thành lập Ban Chỉ đạo chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo).", "Ban Chỉ đạo phòng, chống dịch")] // another committee
    [InlineData("Ban Chỉ đạo A (gọi tắt là Ban Chỉ đạo) và Ban Chỉ đạo B (gọi tắt là Ban Chỉ đạo)", "Ban Chỉ đạo")] // which one is not said
    [InlineData("thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện (sau đây gọi chung là thủ trưởng các đơn vị)", "thủ trưởng các đơn vị")] // of many together
    [InlineData("Hội nghị (HN) tổng kết", "Hà Nội")]
    public void What_only_looks_like_one_is_none(string text, string name) => Assert.Null(ShortNames.Of([PassageFor.Text(text)], []).Expand(name));
}
