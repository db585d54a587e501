using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Repair;

namespace NhanDao.Parsing.Tests.Text.Repair;

/// <summary>Words in a row; «read|other:likelihood» gives what else the engine thought of.</summary>
public sealed class WordRepairTests
{
    [Theory]
    [InlineData("rừng ven biến|biển:0.6 tỉnh", "rừng ven biển tỉnh")]
    [InlineData("chỉ|chi:0.4 cục kiểm lầm|lâm:0.5", "chi cục kiểm lâm")]
    [InlineData("Trần|Trân:0.5 trọng cảm ơn", "Trân trọng cảm ơn")]
    [InlineData("PHO GIAM ĐỌC", "PHÓ GIÁM ĐỐC")] // marks over capitals are lost together, and the engine thought of none
    [InlineData("TINH QUANG NGAI", "TỈNH QUẢNG NGÃI")]
    [InlineData("HỘI CHỮ THẬPĐỎ", "HỘI CHỮ THẬP ĐỎ")] // a space was lost
    [InlineData("- UBND tỉnh (b/C);", "- UBND tỉnh (b/c);")]
    [InlineData("- Lưu: VI; TH.", "- Lưu: VT, TH.")]
    [InlineData("- Lưu: VE", "- Lưu: VT.")]
    [InlineData("V⁄% tăng cường", "V/v tăng cường")]
    [InlineData("số 07/NÑNQ-HĐND", "số 07/NQ-HĐND")]
    [InlineData("số 195/CĐ-T'Tg", "số 195/CĐ-TTg")]
    [InlineData("số 10482/B1C-QLCS|10482/BTC-QLCS:0.3", "số 10482/BTC-QLCS")]
    [InlineData("số 12⁄QĐ-UBND", "số 12/QĐ-UBND")]
    [InlineData("H. NHIỆM VỤ", "II. NHIỆM VỤ")]
    [InlineData("quý IH/2025", "quý III/2025")]
    public void Mends_what_the_engine_misread(string read, string mended) => Assert.Equal(mended, Mend(read));

    [Theory]
    [InlineData("sự biến|biển:0.6 đổi khí hậu")] // «biến đổi» is a pair as well
    [InlineData("cơ quan chỉ|chi:0.4 đạo")]
    [InlineData("ông Trần|Trân:0.5 Trọng Nghĩa")] // a name: both with capitals
    [InlineData("biến|biển:0.6")] // nothing stands beside it
    [InlineData("ven. biến|biển:0.6")] // a full stop between
    [InlineData("phòng VE ban hành")] // not behind «Lưu»
    [InlineData("huyện Nam Đông, H. Phú Lộc")] // «H.» (huyện) does not open a line
    [InlineData("lãi suất 3,5%/năm")]
    [InlineData("họ H'Liêng Niê")]
    [InlineData("số 05/2014/TT-BTNMT")]
    [InlineData("số 1417-CV/ĐĐBQH")] // two «Đ» that are right
    [InlineData("gửi vanthu@example.vn")]
    public void Leaves_alone_what_may_be_right(string read) =>
        Assert.Equal(string.Join(' ', read.Split(' ').Select(w => w.Split('|')[0])), Mend(read));

    [Fact]
    public void Keeps_what_was_read()
    {
        var text = TextAssembler.Assemble(WordRepair.Mend([Page("vốn của CÔNGTY đâu|đầu:0.6 tư công")], RepairSteps.All));

        Assert.Equal("vốn của CÔNG TY đầu tư công\n", text.Content);
        Assert.Equal("vốn của CÔNGTY đâu tư công", text.Text.AsRead(new(0, text.Content.Length - 1)));
    }

    [Fact]
    public void Mends_only_what_OCR_read()
    {
        var page = Page("rừng ven biến|biển:0.6") with { Method = ReadingMethod.TextLayer };

        Assert.Same(page, Assert.Single(WordRepair.Mend([page], RepairSteps.All)));
    }

    [Fact]
    public void Mending_again_changes_nothing()
    {
        var once = WordRepair.Mend([Page("PHO GIAM ĐỌC SO Y TE rừng ven biến|biển:0.6")], RepairSteps.All);

        Assert.Equal(once[0].Words.Select(w => (w.Text, w.Raw)), WordRepair.Mend(once, RepairSteps.All)[0].Words.Select(w => (w.Text, w.Raw)));
    }

    private static string Mend(string read) => string.Join(' ', WordRepair.Mend(Page(read).Words).Select(w => w.Text));

    private static ReadPage Page(string read) =>
        new(1, 595, 842, ReadingMethod.Ocr, "test", [.. read.Split(' ').Select((w, i) => Word(w, 50 + (45 * i)))]);

    private static PageWord Word(string read, double left)
    {
        var parts = read.Split('|');
        ImmutableArray<WordAlternative> others =
            [.. parts.Skip(1).Select(o => o.Split(':')).Select(o => new WordAlternative(o[0], double.Parse(o[1], CultureInfo.InvariantCulture)))];
        return new(parts[0], left, 100, 40, 12, 0.9, 0) { Alternatives = others.IsEmpty ? default : others };
    }
}
