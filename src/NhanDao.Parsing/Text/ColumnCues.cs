using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Text;

/// <summary>Words that tell a letterhead or a foot from a table, both of which stand in columns. Matched on folded text.</summary>
internal static partial class ColumnCues
{
    public static bool IsLetterhead(string folded) => Letterhead.IsMatch(folded);

    public static bool IsMotto(string folded) => Motto.IsMatch(folded);

    public static bool IsFoot(string folded) => Foot.IsMatch(folded);

    public static bool IsAnnex(string folded) => Annex.IsMatch(folded);

    /// <summary>Lines that end a letterhead whatever column they seem to stand in.</summary>
    public static bool EndsLetterhead(string folded) => BelowLetterhead.IsMatch(folded);

    /// <summary>«CỘNG HÒA XÃ HỘI», «Độc lập - Tự do», «ĐẢNG CỘNG SẢN VIỆT NAM», «Số: 12», «V/v», «ngày … tháng … năm».</summary>
    [GeneratedRegex(@"cong hoa xa|xa hoi chu|hoi chu nghia|doc lap - tu|tu do ?- ?hanh|hanh phuc$|dang cong san|cong san viet|^s[o6][:. ]+ ?[\d./]|^v/v|ngay.{1,12}thang.{1,12}nam|ngay \d+ thang",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Letterhead { get; }

    [GeneratedRegex(@"cong hoa xa hoi|hoi chu nghia viet|doc lap - tu do|dang cong san viet", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Motto { get; }

    /// <summary>«Nơi nhận:», «- Như trên», «- Lưu: VT», «KT. GIÁM ĐỐC», «TM. UBND», «CHỦ TỊCH», «PHÓ CHỦ TỊCH».</summary>
    [GeneratedRegex(@"^.{0,3}n[oa]i nh[aâ]n|^- ?nhu (tren|dieu|kinh)|^- ?luu|^(k ?t|t ?m|t ?l|tuq|q|k/t|t/m|t/l)[.,] ?[a-z]{2}|^(pho )?(chu tich|giam doc|bo truong|thu truong|truong ban|bi thu|chanh van phong|cuc truong|vu truong|tong giam doc|hieu truong|truong phong)( thuong truc)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Foot { get; }

    /// <summary>«PHỤ LỤC I», «(Kèm theo Công văn số …)».</summary>
    [GeneratedRegex(@"^phu luc( [ivx\d]+)?$|^\((ban hanh )?kem theo", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Annex { get; }

    /// <summary>«Kính gửi:», «UBND TỈNH điện:», «Căn cứ …».</summary>
    [GeneratedRegex(@"^.{0,4}k[ií]nh g[uư][iỉ]|dien:$|^can cu |^theo de nghi ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BelowLetterhead { get; }
}
