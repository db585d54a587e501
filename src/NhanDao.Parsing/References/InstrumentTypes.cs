using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.References;

/// <summary>Tên loại văn bản: the type words before a cited number and the codes inside it.</summary>
internal static class InstrumentTypes
{
    /// <summary>Longest type in words: «chương trình hành động», «thông tư liên tịch».</summary>
    public const int MostWords = 4;

    /// <summary>Every type word with the code that its numbers carry; "" where the number carries none.</summary>
    private static readonly (string Name, string Code)[] Rows =
    [
        // Nghị định 30/2020/NĐ-CP, phụ lục III; Thông tư 01/2011/TT-BNV; Quy định 399-QĐ/TW; văn bản quy phạm pháp luật.
        ("Hiến pháp", ""), ("Bộ luật", ""), ("Luật", "L"), ("Pháp lệnh", "PL"), ("Lệnh", "LCT"), ("Sắc lệnh", "SL"),
        ("Nghị quyết", "NQ"), ("Nghị quyết liên tịch", "NQLT"), ("Nghị định", "NĐ"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT"),
        ("Thông tư", "TT"), ("Thông tư liên tịch", "TTLT"), ("Thông tri", ""), ("Kết luận", "KL"), ("Kết luận thanh tra", "KLTT"),
        ("Quy định", "QyĐ"), ("Quy định", "QĐi"), ("Quy chế", "QC"), ("Quy chế làm việc", ""), ("Quy chế phối hợp", "QCPH"), ("Quy trình", "QTr"),
        ("Thông báo", "TB"), ("Thông báo kết luận", "TBKL"), ("Thông cáo", "TC"), ("Hướng dẫn", "HD"), ("Hướng dẫn liên ngành", "HDLN"),
        ("Chương trình", "CTr"), ("Chương trình hành động", "CTrHĐ"), ("Chương trình phối hợp", "CTPH"), ("Chương trình công tác", ""),
        ("Kế hoạch", "KH"), ("Kế hoạch hành động", "KHHĐ"), ("Kế hoạch phối hợp", "KHPH"), ("Kế hoạch liên tịch", "KHLT"), ("Kế hoạch liên ngành", "KHLN"),
        ("Phương án", "PA"), ("Đề án", "ĐA"), ("Dự án", "DA"), ("Báo cáo", "BC"), ("Báo cáo thẩm định", "BCTĐ"), ("Biên bản", "BB"), ("Tờ trình", "TTr"),
        ("Hợp đồng", "HĐ"), ("Công điện", "CĐ"), ("Công điện khẩn", "CĐ"), ("Bản ghi nhớ", "BGN"), ("Bản thỏa thuận", "BTT"),
        ("Giấy mời", "GM"), ("Giấy ủy quyền", "GUQ"), ("Giấy giới thiệu", "GGT"), ("Giấy phép", "GP"), ("Phiếu chuyển", "PC"), ("Phiếu gửi", "PG"), ("Phiếu báo", "PB"),
        ("Phiếu trình", "PTr"), ("Công văn", "CV"), ("Công văn liên ngành", ""), ("Công văn hỏa tốc", ""), ("Công văn khẩn", ""), ("Công thư", ""), ("Thư công", ""),
        ("Văn bản", "VB"), ("Văn bản hợp nhất", "VBHN"), ("Văn bản liên ngành", ""), ("Quyết nghị", ""), ("Thông điệp", ""), ("Lời kêu gọi", ""),
        ("Quy hoạch", ""), ("Chiến lược", ""), ("Điều lệ", "ĐL"), ("Điện", ""), ("Thư", ""), ("Thư mời", "TM"), ("Đơn", ""),
    ];

    /// <summary>Abbreviated type words: «CV số 12/UBND-VX», «QĐ 13/2005/QĐ-TTg».</summary>
    private static readonly (string Short, string Name)[] Abbreviations =
    [
        ("CV", "Công văn"), ("QĐ", "Quyết định"), ("NĐ", "Nghị định"), ("NQ", "Nghị quyết"), ("TT", "Thông tư"), ("TTLT", "Thông tư liên tịch"),
        ("CT", "Chỉ thị"), ("KH", "Kế hoạch"), ("TB", "Thông báo"), ("VB", "Văn bản"), ("KL", "Kết luận"), ("TTr", "Tờ trình"),
    ];

    private static readonly FrozenDictionary<string, string> NameByFolded = Rows.Select(r => r.Name).Distinct()
        .Select(name => KeyValuePair.Create(Folding.Fold(name), name)).DistinctBy(p => p.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names =
        NameByFolded.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Shorts =
        Abbreviations.ToFrozenDictionary(r => Folding.Fold(r.Short), r => r.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> NameByCode =
        Rows.Where(r => r.Code.Length > 0).DistinctBy(r => r.Code).ToFrozenDictionary(r => r.Code, r => r.Name, StringComparer.Ordinal);

    /// <summary>Codes that say nothing by themselves, because bodies have them too or because letters without a type word carry them.</summary>
    private static readonly FrozenSet<string> WeakCodes = new[] { "L", "TC", "CT", "TB", "PA", "PC", "TM", "DA", "GP", "SL", "ĐL", "BB", "VB" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The type word that ends at <paramref name="end"/>, the longest there is; <paramref name="start"/> is where it begins.</summary>
    public static string? Before(CitedText text, int end, out int start)
    {
        start = end;
        string? found = null;
        var at = end;
        for (var words = 0; words < MostWords; words++)
        {
            var wordStart = text.WordStart(at, 10);
            if (wordStart == at)
                break;
            if (Names.TryGetValue(text.Folded[wordStart..end], out var name))
                (found, start) = (name, wordStart);
            else if (words == 0 && text.IsCapital(wordStart) && text.IsCapital(end - 1 - (text[end - 1] == 'r' ? 1 : 0))
                && Shorts.TryGetValue(text.Folded[wordStart..end], out name))
                (found, start) = (name, wordStart);
            at = wordStart;
            if (text[at - 1] != ' ')
                break;
            at--;
        }
        return found;
    }

    /// <summary>The type word that starts at <paramref name="at"/>, printed with a capital; null when there is none.</summary>
    public static string? At(CitedText text, int at)
    {
        if (!text.IsCapital(at))
            return null;
        string? found = null;
        var end = at;
        for (var words = 0; words < MostWords; words++)
        {
            var wordEnd = text.WordEnd(end, 10);
            if (Names.TryGetValue(text.Folded[at..Math.Min(wordEnd, text.Length)], out var name))
                found = name;
            if (text[wordEnd] != ' ')
                break;
            end = wordEnd + 1;
        }
        return found;
    }

    /// <summary>The type that a code in a symbol stands for: «QĐ» is «Quyết định».</summary>
    public static string? OfCode(string code) => NameByCode.GetValueOrDefault(code);

    /// <summary>Whether the code alone shows that a number is an instrument's: «QĐ», «NQ», «TTr».</summary>
    public static bool IsTelling(string code) => NameByCode.ContainsKey(code) && !WeakCodes.Contains(code);
}
