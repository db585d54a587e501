using NhanDao.Parsing.Directives;

namespace NhanDao.Parsing.Tests.Directives;

/// <summary>A body's name ends where the verb of its duty begins, though no comma says so; and it does not end before.</summary>
public class NameEndTests
{
    [Theory]
    [InlineData("các trường đại học, cao đẳng đón các đội sinh viên tình nguyện", "các trường đại học, cao đẳng")] // what stands before «các» is a verb
    [InlineData("các trường phổ thông, cơ sở giáo dục mầm non đón nhận trẻ em", "các trường phổ thông, cơ sở giáo dục mầm non")]
    [InlineData("các chủ hồ chứa nước vận hành theo quy trình", "các chủ hồ chứa nước")]
    [InlineData("các doanh nghiệp viễn thông lắp đặt thiết bị", "các doanh nghiệp viễn thông")]
    [InlineData("các hộ kinh doanh dỡ bỏ mái che", "các hộ kinh doanh")]
    [InlineData("các hợp tác xã nông nghiệp gieo cấy đúng lịch", "các hợp tác xã nông nghiệp")]
    [InlineData("các trường trung học phổ thông dạy bù chương trình", "các trường trung học phổ thông")]
    [InlineData("các cơ sở bán lẻ thuốc trong tỉnh niêm yết giá", "các cơ sở bán lẻ thuốc trong tỉnh")] // «bán» is part of the name
    [InlineData("các cơ sở khám bệnh, chữa bệnh trên địa bàn tiếp nhận", "các cơ sở khám bệnh, chữa bệnh trên địa bàn")]
    [InlineData("Sở Kế hoạch và Đầu tư rà soát các quy định", "Sở Kế hoạch và Đầu tư")] // no «tự rà»
    [InlineData("Sở Kế hoạch và Đầu tư kiểm tra, Sở Tài chính", "Sở Kế hoạch và Đầu tư")]
    [InlineData("Đài Phát thanh và Truyền hình tỉnh phát các bản tin", "Đài Phát thanh và Truyền hình tỉnh")]
    [InlineData("Ban Hỗ trợ phụ nữ phát triển kinh tế là đầu mối", "Ban Hỗ trợ phụ nữ phát triển kinh tế")]
    [InlineData("Ban Chính sách Pháp luật và Quan hệ lao động: chủ trì", "Ban Chính sách Pháp luật và Quan hệ lao động")] // «Quan» is no «Quận»
    [InlineData("Giám đốc Ban Quản lý dự án xây dựng huyện, Thủ trưởng các đơn vị có liên quan chịu trách nhiệm", "Giám đốc Ban Quản lý dự án xây dựng huyện | Thủ trưởng các đơn vị có liên quan")]
    [InlineData("UBND các huyện, thành, thị xây dựng kế hoạch", "UBND các huyện, thành, thị")]
    [InlineData("cơ quan Thi hành án dân sự xác minh", "cơ quan Thi hành án dân sự")] // longer than six words
    [InlineData("Văn phòng Ủy ban nhân dân tỉnh (Trung tâm Giải quyết thủ tục hành chính tỉnh), Ủy ban nhân dân cấp huyện công khai", "Văn phòng Ủy ban nhân dân tỉnh (Trung tâm Giải quyết thủ tục hành chính tỉnh | Ủy ban nhân dân cấp huyện")]
    [InlineData("Giám đốc Văn phòng Đăng ký quyền sử dụng đất các quận, UBND các phường chịu trách nhiệm", "Giám đốc Văn phòng Đăng ký quyền sử dụng đất các quận | UBND các phường")]
    [InlineData("Cục trưởng Cục Hộ tịch, quốc tịch, chứng thực, Thủ trưởng các đơn vị chịu trách nhiệm", "Cục trưởng Cục Hộ tịch, quốc tịch, chứng thực | Thủ trưởng các đơn vị")]
    [InlineData("Thủ trưởng các sở-ngành thành phố có liên quan, Chủ tịch Ủy ban nhân dân các quận-huyện tổ chức", "Thủ trưởng các sở-ngành thành phố có liên quan | Chủ tịch Ủy ban nhân dân các quận-huyện")]
    [InlineData("Phòng Quản trị thiết bị: Bố trí hội trường", "Phòng Quản trị thiết bị")] // a heading goes on to its colon
    [InlineData("Công ty TNHH MTV Khai thác công trình thủy lợi Bắc Nam Hà đóng cống", "Công ty TNHH MTV Khai thác công trình thủy lợi Bắc Nam Hà")]
    [InlineData("Bệnh viện Phục hồi chức năng tỉnh nhận người bệnh", "Bệnh viện Phục hồi chức năng tỉnh")]
    [InlineData("Trung tâm Giới thiệu việc làm tỉnh mở phiên giao dịch", "Trung tâm Giới thiệu việc làm tỉnh")]
    [InlineData("Quỹ Bảo vệ và Phát triển rừng chi trả tiền", "Quỹ Bảo vệ và Phát triển rừng")]
    [InlineData("Ban Quản lý rừng phòng hộ Sóc Sơn tuần tra", "Ban Quản lý rừng phòng hộ Sóc Sơn")]
    [InlineData("Hội Cựu chiến binh, Hội Nông dân, Đoàn Thanh niên xã vận động", "Hội Cựu chiến binh | Hội Nông dân | Đoàn Thanh niên xã")]
    [InlineData("Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động", "Mặt trận Tổ quốc Việt Nam tỉnh | các tổ chức chính trị - xã hội")]
    [InlineData("Tổ công nghệ số cộng đồng đến từng hộ", "Tổ công nghệ số cộng đồng")]
    [InlineData("Công an các xã, phường gọi hỏi, răn đe", "Công an các xã, phường")]
    [InlineData("Chi nhánh Văn phòng Đăng ký đất đai thành phố chỉnh lý hồ sơ", "Chi nhánh Văn phòng Đăng ký đất đai thành phố")]
    [InlineData("Ban Chỉ huy Phòng thủ dân sự các xã trực 24/24 giờ", "Ban Chỉ huy Phòng thủ dân sự các xã")]
    [InlineData("Trạm Khuyến nông liên xã Tân Lập mở lớp", "Trạm Khuyến nông liên xã Tân Lập")]
    public void A_name_ends_where_the_duty_begins(string text, string expected)
    {
        var passage = PassageFor.Text(text);
        var (bodies, _) = BodyNames.ReadList(passage, 0);
        Assert.Equal(expected, string.Join(" | ", bodies.Select(b => passage.Text[passage.Words[b.From].Start..passage.Words[b.To - 1].End])));
    }
}
