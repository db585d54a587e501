using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Kinds of document (loại văn bản) by the heading that names them and by the code in their symbol.</summary>
internal static class DocumentTypes
{
    private const string Individual = " (cá biệt)";

    /// <summary>Names, lower-case: «quyết định».</summary>
    private static readonly ImmutableArray<string> Names =
    [
        .. VocabularyTable.Open("doc_types_state_nd30").Column("name")
            .Concat(VocabularyTable.Open("doc_types_party").Column("name"))
            .Concat(VocabularyTable.Open("doc_types_state_legacy_tt01_2011").Column("name"))
            .Select(n => n.Replace(Individual, "", StringComparison.Ordinal).ToLowerInvariant())
            .Concat(["thư mời", "thông tư", "thông tư liên tịch", "nghị định", "pháp lệnh", "luật", "lệnh", "bộ luật", "giấy triệu tập", "công thư", "nghị quyết liên tịch", "lời kêu gọi"])
            .Distinct(),
    ];

    /// <summary>Heading lines: «QUYẾT ĐỊNH».</summary>
    public static WordList Headings { get; } = new(Names);

    /// <summary>Codes that stand for one kind in either regime: QĐ → quyết định. A party «QĐ» may be a quy định: see <see cref="IsShared"/>.</summary>
    private static readonly FrozenDictionary<string, string> ByCode = VocabularyTable.Open("doc_types_state_nd30").Columns("abbr_nd30", "name")
        .Concat(VocabularyTable.Open("doc_types_party").Columns("symbol", "name"))
        .Concat([("CV", "công văn"), ("QĐi", "quy định"), ("NĐ", "nghị định"), ("TTLT", "thông tư liên tịch"), ("TT", "thông tư"), ("TTR", "tờ trình"), ("GM", "giấy mời"), ("TM", "thư mời")])
        .Where(r => r.Item1.Length > 0)
        .DistinctBy(r => r.Item1)
        .ToFrozenDictionary(r => r.Item1, r => r.Item2.Replace(Individual, "", StringComparison.Ordinal).ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Codes, as written.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>The kind that <paramref name="code"/> stands for; null when it is no code.</summary>
    public static string? OfCode(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Whether <paramref name="code"/> stands for two kinds in a party symbol (quyết định, quy định; thông tri, thông tư).</summary>
    public static bool IsShared(string code) => code is "QĐ" or "TT" or "TB";
}
