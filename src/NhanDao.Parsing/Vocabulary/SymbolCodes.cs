using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Parts of symbols (ký hiệu) with a known spelling, to mend lost strokes by: «QD», «QÐ», «QĐÐ» are «QĐ».</summary>
internal static class SymbolCodes
{
    private static readonly string[] Common =
        ["UBND", "HĐND", "VPCP", "TTg", "CP", "CTN", "QH", "UBTVQH", "TU", "TW", "HU", "ĐU", "VPTU", "VPTW", "MTTQ", "BTT", "BTV", "LĐLĐ", "ĐĐBQH"];

    private static readonly FrozenSet<string> Known = new[]
        {
            DocumentTypes.Codes, Common,
            VocabularyTable.Open("party_issuer_symbols").Column("symbol"),
            VocabularyTable.Open("ministries_before_after_2025-03").Columns("symbol_before", "symbol_after").SelectMany(r => new[] { r.First, r.Second }),
            VocabularyTable.Open("provincial_departments").Column("usual_symbol"),
            VocabularyTable.Open("state_organs").Column("symbol"),
        }
        .SelectMany(s => s).SelectMany(s => s.Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The known part that each spelling without strokes, in capitals, stands for; none where two would fit.</summary>
    private static readonly FrozenDictionary<string, string> ByBareSpelling = Known.GroupBy(Bare).Where(g => g.Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);

    /// <summary>Whether <paramref name="part"/> is spelled as a known part is.</summary>
    public static bool IsKnown(string part) => Known.Contains(part);

    /// <summary>The known part that <paramref name="part"/> is a misread or mistyped form of; itself when it is none.</summary>
    public static string Mend(string part)
    {
        part = part.Replace('Ð', 'Đ');
        if (Known.Contains(part))
            return part;
        return ByBareSpelling.GetValueOrDefault(Bare(part), part);
    }

    private static string Bare(string part) => Folding.Fold(part).ToUpperInvariant().Replace("DD", "D", StringComparison.Ordinal);
}
