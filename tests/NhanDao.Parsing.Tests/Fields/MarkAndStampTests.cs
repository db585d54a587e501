using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields;

public class MarkAndStampTests
{
    [Theory]
    [InlineData("HỎA TỐC", "HỎA TỐC", null)]
    [InlineData("HOẢ TỐC", "HỎA TỐC", null)]
    [InlineData("THƯỢNG KHẨN", "THƯỢNG KHẨN", null)]
    [InlineData("MẬT", null, "MẬT")]
    [InlineData("TỐI MẬT", null, "TỐI MẬT")]
    [InlineData("Kế hoạch", null, null)]
    [InlineData("mặt", null, "MẬT")] // labelled a mark already: only marks are lost
    public void Reads_marks(string line, string? urgency, string? secrecy)
    {
        var letter = LetterLines.Of(LineLabel.Mark, line);
        var marks = MarkFields.Read(letter.Text, letter.Lines, []);
        Assert.Equal((urgency, secrecy), (marks.Urgency.Value, marks.Secrecy.Value));
    }

    [Theory]
    [InlineData("- Lưu: VT, cvan, “HT”.", "HỎA TỐC")]
    [InlineData("- Lưu: VT, cvan (HT).", "HỎA TỐC")]
    [InlineData("- Lưu: VT, KHTC.", null)]
    [InlineData("- Đài HTV “HT”;", null)] // only the file copy tells
    public void The_file_copy_tells_of_a_lost_stamp(string line, string? urgency)
    {
        var letter = LetterLines.Of(LineLabel.Recipient, line);
        var field = MarkFields.Read(letter.Text, letter.Lines, RecipientList.Read(letter.Text, letter.Lines)).Urgency;
        Assert.Equal((urgency, urgency is null ? FieldStatus.Absent : FieldStatus.Inferred), (field.Value, field.Status));
    }

    [Fact]
    public void Keeps_an_arrival_stamp_apart()
    {
        var letter = LetterLines.Of(LineLabel.Stamp, "SỞ TƯ PHÁP", "ĐẾN Số: 2352", "Ngày: 21/3/18");
        var stamp = StampList.Read(letter.Text, letter.Lines).Single();
        Assert.Equal(("2352", new PartialDate(2018, 3, 21)), (stamp.Number, stamp.Date));
    }

    [Fact]
    public void Reads_a_printed_signature_box()
    {
        var letter = LetterLines.Of(LineLabel.ElectronicSignature, "Ký bởi: Ủy ban nhân dân tỉnh Sơn La", "Cơ quan: Tỉnh Sơn La", "Thời gian ký: 04/02/2025 16:42:36");
        var signature = SignatureBoxes.Read(letter.Text, letter.Lines).Single();
        Assert.Equal(
            ("Ủy ban nhân dân tỉnh Sơn La", "Tỉnh Sơn La", new DateTimeOffset(2025, 2, 4, 16, 42, 36, TimeSpan.FromHours(7))),
            (signature.Signer, signature.Organisation, signature.Time));
    }
}
