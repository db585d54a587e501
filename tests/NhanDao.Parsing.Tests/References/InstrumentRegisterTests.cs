using NhanDao.Parsing.Model;
using NhanDao.Parsing.References;

namespace NhanDao.Parsing.Tests.References;

public class InstrumentRegisterTests
{
    [Theory]
    // separators and leading zeros do not make another instrument
    [InlineData("44-KL/TW;2022-11-14;Ban Bí thư", "44/KL-TW;2022-11-14;Ban Bí thư", true)]
    [InlineData("018/CT-TTg;2018-07-09;Thủ tướng Chính phủ", "18/CT-TTg;2018;", true)]
    // a citation without a date is of the only one it can be
    [InlineData("44-KL/TW;2022-11-14;Ban Bí thư", "44-KL/TW;;", true)]
    // another term, another year, another province
    [InlineData("44-KL/TW;2022-11-14;Ban Bí thư", "44-KL/TW;2019-03-22;Ban Bí thư", false)]
    [InlineData("18/CT-TTg;2018-07-09;Thủ tướng Chính phủ", "18/CT-TTg;2019-07-09;Thủ tướng Chính phủ", false)]
    [InlineData("12/QĐ-UBND;2019-03-01;UBND tỉnh Cần Thơ", "12/QĐ-UBND;2019-03-01;UBND tỉnh Cà Mau", false)]
    // a district of the same province
    [InlineData("12/QĐ-UBND;2019-03-01;UBND tỉnh Hà Tĩnh", "12/QĐ-UBND;2019-03-01;UBND huyện Cẩm Xuyên tỉnh Hà Tĩnh", false)]
    // slips of OCR or typist: same ordinal and day
    [InlineData("79-CV/ĐĐHCTĐ;2024-02-28;Đảng đoàn Hội Chữ thập đỏ Việt Nam", "79-CV/ĐDDHCTĐ;2024-02-28;", true)]
    [InlineData("72/HD-TWHCTĐ;2019-03-13;Trung ương Hội Chữ thập đỏ Việt Nam", "72/HD-TUHCĐTĐ;2019-03-13;Trung ương Hội Chữ thập đỏ Việt Nam", true)]
    // without a day a slip is no more than likely
    [InlineData("79-CV/ĐĐHCTĐ;2024-02-28;Đảng đoàn Hội Chữ thập đỏ Việt Nam", "79-CV/ĐDDHCTĐ;;", false)]
    // two departments that have one number on one day
    [InlineData("15/BC-SYT;2023-03-01;", "15/BC-SCT;2023-03-01;", false)]
    public void Knows_what_is_one_instrument(string first, string second, bool one)
    {
        var register = new InstrumentRegister();
        Assert.Equal(one, register.Add(Cited(first)) == register.Add(Cited(second)));
        Assert.Equal(one ? 1 : 2, register.Instruments.Count);
    }

    [Fact]
    public void A_slip_is_kept_as_printed()
    {
        var register = new InstrumentRegister();
        register.Add(Cited("79-CV/ĐĐHCTĐ;2024-02-28;"));
        var instrument = register.Add(Cited("79-CV/ĐDDHCTĐ;2024-02-28;"));
        Assert.Equal("79-CV/ĐĐHCTĐ", instrument.Number);
        Assert.Equal(["79-CV/ĐDDHCTĐ"], instrument.Witnesses.Where(w => w.IsNearMiss).Select(w => w.Number));
    }

    [Fact]
    public void A_citation_that_could_be_of_two_joins_neither()
    {
        var register = new InstrumentRegister();
        register.Add(Cited("44-KL/TW;2022-11-14;Ban Bí thư"));
        register.Add(Cited("44-KL/TW;2019-03-22;Ban Bí thư"));
        register.Add(Cited("44-KL/TW;;"));
        Assert.Equal(3, register.Instruments.Count);
    }

    [Fact]
    public void Disputed_dates_and_issuers_are_told_with_every_witness()
    {
        var register = new InstrumentRegister();
        register.Add(Cited("44-KL/TW;2022-11-14;Ban Bí thư"));
        register.Add(Cited("44-KL/TW;2022-11-11;Ban Bí thư khóa XIII"));
        var instrument = register.Add(Cited("44-KL/TW;2022;Bộ Chính trị"));
        Assert.Equal(["2022", "2022-11-11", "2022-11-14"], instrument.DatesInDispute.Select(d => d.ToString()));
        Assert.Equal(["Ban Bí thư", "Ban Bí thư khóa XIII", "Bộ Chính trị"], instrument.IssuersInDispute);
        Assert.Equal(3, instrument.Witnesses.Count);
    }

    [Theory]
    [InlineData("Ban Bí thư", "Ban Bí thư Trung ương Đảng khóa X")]
    [InlineData("Tỉnh ủy Hà Tĩnh", "Ban Thường vụ Tỉnh ủy")]
    [InlineData("UBND tỉnh", "Ủy ban nhân dân tỉnh Cà Mau")]
    public void Names_of_one_body_are_no_dispute(string a, string b) => Assert.True(IssuerNames.Agree(a, b));

    [Fact]
    public void Reads_the_users_list()
    {
        var witnesses = InstrumentList.Read("own.tsv", ["số\tngày\tcơ quan\ttrích yếu", "# a remark", "44-KL/TW\t14/11/2022\tBan Bí thư\tcông tác hội", "", "12/QĐ-UBND\t2019\tUBND tỉnh Cà Mau"]).ToList();
        Assert.Equal(["own.tsv:3 Kết luận 44-KL/TW 2022-11-14 Ban Bí thư", "own.tsv:5 Quyết định 12/QĐ-UBND 2019 UBND tỉnh Cà Mau"],
            witnesses.Select(w => $"{w.File} {w.Type} {w.Number} {w.Date} {w.Issuer}"));
        Assert.Equal(["", "ca mau"], witnesses.Select(w => w.Place));
    }

    [Theory]
    [InlineData("44-KL/TW\t31/02/2022", "line 1: '31/02/2022' is no date")]
    [InlineData("44\t", "line 1: '44' is no number")]
    public void Says_which_line_of_the_list_is_wrong(string line, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => InstrumentList.Read("own.tsv", [line]).ToList()).Message, StringComparison.Ordinal);

    /// <summary>«number;date;issuer» cited in a letter of no known province.</summary>
    private static Witness Cited(string said)
    {
        var cells = said.Split(';').Select(c => c.Length == 0 ? null : c).ToArray();
        int[]? date = cells[1]?.Split('-').Select(int.Parse).ToArray();
        return new(WitnessKind.Cited, "a.txt", null, cells[0], null, date is null ? null : date.Length == 1 ? new(date[0]) : PartialDate.Of(new(date[0], date[1], date[2])), cells[2],
            InstrumentKey.IsCentral(cells[0]!, cells[2]) ? "" : Provinces.In(cells[2]));
    }
}
