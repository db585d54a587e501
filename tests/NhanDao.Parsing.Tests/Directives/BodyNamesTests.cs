using NhanDao.Parsing.Directives;

namespace NhanDao.Parsing.Tests.Directives;

public class BodyNamesTests
{
    [Theory]
    [InlineData("Sở Nông nghiệp và Phát triển nông thôn chủ trì", "Sở Nông nghiệp và Phát triển nông thôn")] // «và» inside a name
    [InlineData("Sở Y tế, Sở Tài chính và Sở Nội vụ rà soát", "Sở Y tế | Sở Tài chính | Sở Nội vụ")]
    [InlineData("Sở Văn hóa, Thể thao và Du lịch; Đài Phát thanh và Truyền hình tỉnh.", "Sở Văn hóa, Thể thao và Du lịch | Đài Phát thanh và Truyền hình tỉnh")]
    [InlineData("các sở, ban, ngành, đoàn thể tỉnh và UBND các huyện, thị xã, thành phố thực hiện", "các sở, ban, ngành, đoàn thể tỉnh | UBND các huyện, thị xã, thành phố")]
    [InlineData("các cơ quan, đơn vị và địa phương liên quan tham gia góp ý", "các cơ quan, đơn vị và địa phương liên quan")]
    [InlineData("các Sở: Tài chính, Kế hoạch và Đầu tư, Công Thương, Công an tỉnh kiểm tra", "các Sở: Tài chính, Kế hoạch và Đầu tư, Công Thương | Công an tỉnh")]
    [InlineData("Thủ trưởng các cơ quan: Văn phòng UBND tỉnh, Sở Y tế chịu trách nhiệm", "Văn phòng UBND tỉnh | Sở Y tế")]
    [InlineData("Ngân hàng Nhà nước - Chi nhánh Hà Nam chỉ đạo", "Ngân hàng Nhà nước - Chi nhánh Hà Nam")]
    [InlineData("Sở Lao động - Thương binh và Xã hội hướng dẫn", "Sở Lao động - Thương binh và Xã hội")]
    [InlineData("Chủ tịch UBND các xã, phường, đặc khu báo cáo", "Chủ tịch UBND các xã, phường, đặc khu")]
    [InlineData("Chánh Văn phòng Bộ, Vụ trưởng Vụ Pháp chế và Thủ trưởng các đơn vị liên quan chịu trách nhiệm", "Chánh Văn phòng Bộ | Vụ trưởng Vụ Pháp chế | Thủ trưởng các đơn vị liên quan")]
    [InlineData("Trung tâm Phòng, chống HIV/AIDS: theo dõi", "Trung tâm Phòng, chống HIV/AIDS")]
    [InlineData("Ban Quản lý dự án Đầu tư xây dựng huyện Kim Bảng lập hồ sơ", "Ban Quản lý dự án Đầu tư xây dựng huyện Kim Bảng")] // a verb inside a name
    public void Splits_a_list_where_a_body_ends(string text, string expected)
    {
        var passage = PassageFor.Text(text);
        var (bodies, _) = BodyNames.ReadList(passage, 0);
        Assert.Equal(expected, string.Join(" | ", bodies.Select(b => passage.Text[passage.Words[b.From].Start..passage.Words[b.To - 1].End])));
    }

    [Theory]
    [InlineData("Ban hành kế hoạch")]
    [InlineData("Báo cáo kết quả")]
    [InlineData("Hội nghị tổng kết")]
    [InlineData("Bộ máy tinh gọn")]
    [InlineData("tổ chức thực hiện")]
    [InlineData("đồng thời gửi báo cáo")]
    public void Knows_what_only_begins_like_a_body(string text) => Assert.Empty(BodyNames.ReadList(PassageFor.Text(text), 0).Bodies);
}
