using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Tests.Vocabulary;

public class OrdinaryCaseTests
{
    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi")]
    [InlineData("UBND TP. CẦN THƠ", "UBND TP. Cần Thơ")] // abbreviations stay as printed
    [InlineData("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch")]
    [InlineData("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội")]
    [InlineData("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Trung tâm Phục vụ hành chính công")]
    [InlineData("VIỆN KIỂM SÁT NHÂN DÂN HUYỆN NHO QUAN", "Viện kiểm sát nhân dân huyện Nho Quan")] // «Quan» is no «quận»
    [InlineData("ĐOÀN TNCS HỒ CHÍ MINH", "Đoàn TNCS Hồ Chí Minh")]
    [InlineData("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ")]
    [InlineData("chính phủ", "Chính phủ")] // a legacy font of capitals
    [InlineData("SỞ Y TẾ (DỰ ÁN GAVI)", "Sở Y tế (Dự án GAVI)")]
    [InlineData("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ")] // mixed case stays
    public void Writes_names_as_in_running_text(string printed, string name) => Assert.Equal(name, OrdinaryCase.Of(printed));
}
