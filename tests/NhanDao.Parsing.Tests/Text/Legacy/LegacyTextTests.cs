using System.Text;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Tests.Text.Legacy;

public class LegacyTextTests
{
    private const string Letter = """
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Kính gửi: Ủy ban nhân dân các huyện, thị xã; Sở Kế hoạch và Đầu tư
        Để bảo đảm đường được sửa chữa đúng kỳ hạn, yêu cầu thủ trưởng các đơn vị nộp quỹ trước ngày 05/9/2003.
        """;

    [Theory]
    [InlineData(
        "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc Sè: 12/2003/Q§-UB bé m¸y",
        "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc Số: 12/2003/QĐ-UB bộ máy")] // «bé» is a syllable as it stands
    [InlineData("c¬ quan ®\u00ADîc h\u00ADíng dÉn tr\u00ADíc ngµy", "cơ quan được hướng dẫn trước ngày")] // ư is the soft hyphen
    [InlineData(
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc Soá: 7/QÑ-UBND",
        "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc Số: 7/QĐ-UBND")]
    [InlineData("kyû luaät, kyõ thuaät, quyõ ñaát, thuûy lôïi, ngöôøi", "kỷ luật, kỹ thuật, quỹ đất, thủy lợi, người")] // ỷ, ỹ: wrong in a table that is about
    [InlineData("Cµng hòa xã hµi chü nghîa Vi®t Nam Kính gØi", "Cộng hòa xã hội chủ nghĩa Việt Nam Kính gửi")] // VISCII
    public void Converts(string printed, string expected) => Assert.Equal(expected, Converted(printed));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Converts_a_whole_letter_in_every_encoding(string encoding)
    {
        var table = LegacyTable.All.Single(t => t.Name == encoding);
        Assert.Equal(Words(Letter), Words(Converted(Encode(Letter, table))));
    }

    public static TheoryData<string> Encodings => [.. LegacyTable.All.Select(t => t.Name)];

    [Fact]
    public void Converts_only_the_runs_that_need_it() => Assert.Equal(
        "Ủy ban nhân dân thành phố yêu cầu các bé Nơi nhận: Bộ Tư pháp, Cục Kiểm tra văn bản, UBMTTQ TP và các Đoàn thể, HĐND, Lưu: VT",
        Converted("Ủy ban nhân dân thành phố yêu cầu các bé Nơi nhận: Bé T\u00AD ph¸p, Côc KiÓm tra v¨n b¶n, UBMTTQ TP và c¸c §oµn thÓ, H§ND, L\u00ADu: VT"));

    [Fact]
    public void Leaves_a_Unicode_name_on_a_mixed_page()
    {
        var page = Page("Ủy ban nhân dân thành phố yêu cầu Nơi nhận: Bé T\u00AD ph¸p, Côc KiÓm tra v¨n b¶n, c¸c §oµn thÓ L\u00ADu: VT Võ Tòng");
        page = page with { Words = [.. page.Words.Select((w, i) => i < page.Words.Length - 2 ? w : w with { Line = 1 })] };
        Assert.EndsWith("Đoàn thể Lưu: VT Võ Tòng", string.Join(' ', LegacyText.Convert([page])[0].Words.Select(w => w.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Letter)]
    [InlineData("Bé Hé công tôn thì òa vã. § 5, 20°C, 10 m², «Nhà máy», ©2003, ½ số")] // Western signs in Unicode text
    [InlineData("Le comité a été créé à Genève, où l'élève préféré déjà été là.")] // another language
    [InlineData("Dc lp - Tr do - Hnh phñc UBND TINH ruBND-NC s6.l1JW")] // a garbled layer is no encoding
    [InlineData("")]
    public void Leaves_other_text_alone(string text) => Assert.Equal(Words(text), Words(Converted(text)));

    [Fact]
    public void Leaves_what_was_read_by_OCR_alone()
    {
        var page = Page("Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp") with { Method = ReadingMethod.Ocr };
        Assert.Equal(page.Words, LegacyText.Convert([page])[0].Words);
    }

    [Fact]
    public void Says_what_it_did() =>
        Assert.Equal("text layer; TCVN3 converted", LegacyText.Convert([Page("Céng hßa x· héi chñ nghÜa ViÖt Nam")])[0].Reason);

    [Theory]
    [InlineData("vie\u0302\u0323t", "việt")]
    [InlineData("vie\u0323\u0302t", "việt")] // NFD
    [InlineData("nga\u0300\u0306", "ngằ")] // tone typed before the breve
    [InlineData("to\u0301\u0302", "tố")]
    [InlineData("mu\u0301\u031B", "mứ")]
    [InlineData("ủy", "ủy")]
    public void Puts_marks_in_order(string typed, string expected) => Assert.Equal(expected, ToneOrder.Mend(typed));

    private static string Converted(string text) =>
        string.Join(' ', LegacyText.Convert([Page(text)])[0].Words.Select(w => w.Text));

    private static ReadPage Page(string text) => new(1, 595, 842, ReadingMethod.TextLayer, "text layer",
        [.. Words(text).Select((word, i) => new PageWord(word, i * 50, 0, 40, 12, 1, 0))]);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Encode(string text, LegacyTable table)
    {
        var column = table.Encoding switch { LegacyEncoding.Tcvn3 => "tcvn3", LegacyEncoding.Vni => "vni", LegacyEncoding.Viscii => "viscii", _ => "windows1258" };
        var letters = NhanDao.Parsing.Vocabulary.VocabularyTable.Open("legacy_encodings").Columns("char", column).ToDictionary(r => r.First[0], r => r.Second);
        var encoded = new StringBuilder();
        foreach (var c in text.Normalize())
            encoded.Append(!letters.TryGetValue(c, out var code) ? c
                : column is "viscii" or "windows1258" ? Encoding.Latin1.GetString(Convert.FromHexString(code)) : code);
        return encoded.ToString();
    }
}
