using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;

namespace NhanDao.Parsing.Tests.Fields;

public class ListTests
{
    [Theory]
    [InlineData("Kính gửi: Sở Nội vụ.", "Sở Nội vụ")]
    [InlineData("Kính gửi :|- Các sở, ban, ngành tỉnh;|- UBND các huyện, thành phố.", "Các sở, ban, ngành tỉnh|UBND các huyện, thành phố")]
    [InlineData("Kính gửi: - Các ban đảng,|- Các đảng bộ trực thuộc.", "Các ban đảng|Các đảng bộ trực thuộc")] // party: commas
    [InlineData("Kính gửi:|- Các Bộ: Công an, Tư pháp,|Tài chính;|- Thanh tra Chính phủ.", "Các Bộ: Công an, Tư pháp, Tài chính|Thanh tra Chính phủ")]
    [InlineData("Kính gửi: Sở Y tế; Sở Tài chính.", "Sở Y tế|Sở Tài chính")]
    [InlineData("Kính gửi: Ban Chấp hành Hội Luật gia tỉnh Sơn La,|Lai Châu (cũ).", "Ban Chấp hành Hội Luật gia tỉnh Sơn La, Lai Châu (cũ)")] // one, wrapped
    [InlineData("Kính gửi: Giám đốc các bệnh viện.|(sau đây gọi chung là thủ trưởng các đơn vị)", "Giám đốc các bệnh viện")] // a name for the list
    [InlineData("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:|- Thủ trưởng các sở;", "Thủ trưởng các sở")]
    [InlineData("-----", "")]
    public void Reads_addressees(string lines, string items)
    {
        var letter = LetterLines.Of(LineLabel.Addressee, lines.Split('|'));
        Assert.Equal(items, string.Join('|', AddresseeList.Read(letter.Text, letter.Lines).Select(i => i.Value)));
    }

    [Theory]
    [InlineData("Nơi nhận:|- Như trên;|- Lưu: VT, KT.", "Như trên|Lưu: VT, KT")]
    [InlineData("Nơi nhận:|- Như trên,|- Ban Dân vận Trung ương (để báo cáo),|- Lưu Văn phòng.", "Như trên|Ban Dân vận Trung ương (để báo cáo)|Lưu Văn phòng")]
    [InlineData("Nơi nhận: - Như Điều 3;|- TT. Tỉnh ủy; (để b/c)|- Lưu: VT.", "Như Điều 3|TT. Tỉnh ủy; (để b/c)|Lưu: VT")]
    [InlineData("Nơi nhận:|Văn phòng Chính phủ|Bộ Công an|Lưu VP", "Văn phòng Chính phủ|Bộ Công an|Lưu VP")] // no dashes: a line is an item
    [InlineData("Nơi nhận:|- Các sở: Tài chính,|Kế hoạch và Đầu tư;|- Lưu: VT.|2|- Sở Nội vụ;", "Các sở: Tài chính, Kế hoạch và Đầu tư|Lưu: VT")] // nothing behind the file copy
    [InlineData("Nơi nhận:|- Lưu Văn phòng Tỉnh ủy (62). Mai", "Lưu Văn phòng Tỉnh ủy (62)")] // initials in ink
    public void Reads_recipients(string lines, string items)
    {
        var letter = LetterLines.Of(LineLabel.Recipient, lines.Split('|'));
        Assert.Equal(items, string.Join('|', RecipientList.Read(letter.Text, letter.Lines).Select(i => i.Value)));
    }

    [Theory]
    [InlineData("Nơi nhận:|- Như Điều 3; - Thứ trưởng Bộ;|- Lưu: VT.", "Như Điều 3|Thứ trưởng Bộ|Lưu: VT")] // two in a row
    [InlineData("ơi^61 nhận:|- Như trên;|- Lưu: VT.", "Như trên|Lưu: VT")] // the cue lost its first letter
    [InlineData("Nơi nhận:|- Sở Y tế; Sở Tài chính;|- Lưu: VT.", "Sở Y tế; Sở Tài chính|Lưu: VT")] // no dash: one item as printed
    public void Reads_recipients_of_a_scan(string lines, string items)
    {
        var letter = LetterLines.Scan(LineLabel.Recipient, lines.Split('|'));
        Assert.Equal(items, string.Join('|', RecipientList.Read(letter.Text, letter.Lines).Select(i => i.Value)));
    }

    [Fact]
    public void Dirt_behind_an_item_is_left_out()
    {
        var letter = LetterLines.Scan(LineLabel.Recipient, "Nơi nhận:", "- Website Sở; x^60", "- Lưu: VT. ¬^5 |^2");
        Assert.Equal(["Website Sở", "Lưu: VT"], RecipientList.Read(letter.Text, letter.Lines).Select(i => i.Value));
    }
}
