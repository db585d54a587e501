using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;

namespace NhanDao.Parsing.Tests.Fields;

public class SignerListTests
{
    [Theory]
    [InlineData("KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|Trần Văn Bình", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Văn Bình")]
    [InlineData("T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ THƯỜNG TRỰC|Lê Thị Hoa", "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ THƯỜNG TRỰC / Lê Thị Hoa")]
    [InlineData("TL. CHỦ TỊCH|KT. CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|Đỗ Hữu Nam", "TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG / Đỗ Hữu Nam")]
    [InlineData("TM. ỦY BAN NHÂN DÂN|TỈNH SƠN LA|CHỦ TỊCH|Cầm Bá Tòng", "TM. ỦY BAN NHÂN DÂN TỈNH SƠN LA / CHỦ TỊCH / Cầm Bá Tòng")]
    [InlineData("TL. BỘ TRƯỞNG|VỤ TRƯỞNG|VỤ PHÁP CHẾ|Mai Anh Tuấn", "TL. BỘ TRƯỞNG / VỤ TRƯỞNG VỤ PHÁP CHẾ / Mai Anh Tuấn")]
    [InlineData("KT/ BỘ TRƯỞNG|Thứ trưởng|(Đã ký)|Hà Huy Tập", "KT/ BỘ TRƯỞNG / Thứ trưởng / Hà Huy Tập")]
    [InlineData("GIÁM ĐỐC|(đã ký)|Phan Thị Mơ", " / GIÁM ĐỐC / Phan Thị Mơ")]
    [InlineData("TUQ. CHỦ TỊCH|PHÓ GIÁM ĐỐC|Đã ký: Lý A Chư", "TUQ. CHỦ TỊCH / PHÓ GIÁM ĐỐC / Lý A Chư")]
    [InlineData("Q. GIÁM ĐỐC|Thượng tướng Trần Quang Minh", "Q. GIÁM ĐỐC /  / Thượng tướng Trần Quang Minh")]
    public void Reads_a_signature(string lines, string signer) => Assert.Equal([signer], Read(LetterLines.Of(LineLabel.Signature, lines.Split('|'))));

    [Fact]
    public void Reads_two_signers_side_by_side()
    {
        var letter = LetterLines.Of(LineLabel.Signature, "CHỦ TỊCH").AndRight(LineLabel.Signature, "GIÁM ĐỐC")
            .And(LineLabel.Signature, "Trần Văn Bình").AndRight(LineLabel.Signature, "Lê Thị Hoa");
        Assert.Equal([" / CHỦ TỊCH / Trần Văn Bình", " / GIÁM ĐỐC / Lê Thị Hoa"], Read(letter));
    }

    [Theory]
    [InlineData("<=>x^21 CHỦ^90 TỊCH^90|Trần Văn Bình", " / CHỦ TỊCH / Trần Văn Bình")] // the seal's edge before the post
    [InlineData("GIÁM^90 ĐÓC^82|Trần Văn Bình", " / GIÁM ĐỐC / Trần Văn Bình")]
    [InlineData("KT.^90 CHỦ^90 TỊCH|BHÓ^60 CHỦ TỊCH|Trần Văn Bình", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Văn Bình")]
    [InlineData("GIÁM ĐỐC|PHÓ GIÁM ĐỐC|Trần Văn Bình", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Trần Văn Bình")] // a deputy's stamp under the head's post
    [InlineData("KT. CHỦ TỊCH|Trần Văn Bình", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Văn Bình")] // the seal hides the post
    [InlineData("KT. BỘ TRƯỞNG|Trần Văn Bình", "KT. BỘ TRƯỞNG / THỨ TRƯỞNG / Trần Văn Bình")]
    [InlineData("CHỦ TỊCH|Xguyễn^80 Văn Bình", " / CHỦ TỊCH / Nguyễn Văn Bình")]
    public void Reads_a_signature_under_a_seal(string lines, string signer) => Assert.Equal([signer], Read(LetterLines.Scan(LineLabel.Signature, lines.Split('|'))));

    [Theory]
    [InlineData("CHỦ TỊCH|Xguyễn^80 Văn Bình")] // mended
    [InlineData("CHỦ TỊCH|Trần Van^40 Bình")] // unsure word
    [InlineData("CHỦ TỊCH|Lương Khôi")] // on a scan a pen may have taken the surname before it
    [InlineData("CHỦ TỊCH|n^60 Tuấn Anh")]
    [InlineData("KT. CHỦ TỊCH|Trần Văn Bình")] // post derived
    public void What_is_derived_or_unclear_is_for_review(string lines)
    {
        var letter = LetterLines.Scan(LineLabel.Signature, lines.Split('|'));
        var signer = SignerList.Read(letter.Text, letter.Lines, letter.Problems).Single();
        Assert.True(Math.Min(signer.Name.Confidence, signer.Position.Confidence) < 0.8);
    }

    [Theory]
    [InlineData("VĂN PHÒNG")]
    [InlineData("Nơi nhận")]
    [InlineData("ký bởi")]
    public void Other_print_is_no_name(string line) =>
        Assert.DoesNotContain(SignerList.Read(LetterLines.Of(LineLabel.Signature, "CHỦ TỊCH", line) is var l ? l.Text : null!, l.Lines, l.Problems), s => s.Name.Confidence >= 0.8 && s.Name.Value is not null);

    [Fact]
    public void Says_so_when_nobody_signed()
    {
        var letter = LetterLines.Of(LineLabel.Body, "…");
        Assert.Empty(Read(letter));
        Assert.Contains(letter.Problems, p => p.Code == "signers.absent");
    }

    private static IEnumerable<string> Read(LetterLines letter) =>
        SignerList.Read(letter.Text, letter.Lines, letter.Problems).Select(s => $"{s.Authority.Value} / {s.Position.Value} / {s.Name.Value}");
}
