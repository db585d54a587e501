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
    [InlineData("Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh chủ trì", "Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh")] // «xây dựng» before «chủ trì»
    [InlineData("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và các chủ đầu tư khẩn trương", "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông | các chủ đầu tư")]
    [InlineData("Trưởng các ban xây dựng Đảng, Bí thư các huyện ủy, thành ủy có trách nhiệm", "Trưởng các ban xây dựng Đảng | Bí thư các huyện ủy, thành ủy")]
    [InlineData("Báo và Phát thanh, Truyền hình tỉnh, Cổng Thông tin điện tử tỉnh mở", "Báo và Phát thanh, Truyền hình tỉnh | Cổng Thông tin điện tử tỉnh")]
    [InlineData("Hiệu trưởng các trường Đại học, Cao đẳng trên địa bàn tỉnh quán triệt", "Hiệu trưởng các trường Đại học, Cao đẳng trên địa bàn tỉnh")]
    [InlineData("Tổng công ty Điện lực miền Bắc, Công ty CP Nước sạch Hà Nam bảo đảm", "Tổng công ty Điện lực miền Bắc | Công ty CP Nước sạch Hà Nam")]
    [InlineData("Thủ trưởng các đơn vị trực thuộc Bộ và tổ chức, cá nhân có liên quan chịu trách nhiệm", "Thủ trưởng các đơn vị trực thuộc Bộ | tổ chức, cá nhân có liên quan")] // «thuộc Bộ» ends the first
    [InlineData("UBND huyện Kim Bảng và các địa phương trên địa bàn tỉnh", "UBND huyện Kim Bảng | các địa phương trên địa bàn tỉnh")] // a named place ends the first
    [InlineData("các tổ chức xã hội, từ thiện trong và ngoài tỉnh vận động", "các tổ chức xã hội, từ thiện trong và ngoài tỉnh")]
    [InlineData("Đoàn kiểm tra, đánh giá báo cáo", "Đoàn kiểm tra, đánh giá")]
    [InlineData("Chi cục. Thuế khu vực X, Sở Tài chính", "Chi cục. Thuế khu vực X | Sở Tài chính")] // OCR's speck
    [InlineData("Sở Y tế tiếp tục chủ trì", "Sở Y tế")]
    [InlineData("Sở Nội vụ sớm tham mưu", "Sở Nội vụ")] // an adverb is no part of the name
    [InlineData("Công an tỉnh siết chặt quản lý, Sở Y tế", "Công an tỉnh")]
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
