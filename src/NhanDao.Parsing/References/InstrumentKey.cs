using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.References;

/// <summary>A number to compare by, however it is separated: «44-KL/TW» and «44/KL-TW» are one. A law by name has its title for a symbol.</summary>
/// <param name="Ordinal">Digits without leading zeros, with a letter behind them; "" for a law by name.</param>
/// <param name="Symbol">Letters and digits of the symbol, folded.</param>
internal readonly record struct InstrumentKey(string Ordinal, string Symbol)
{
    private static readonly char[] Separators = ['/', '-', '.', '_', '&', ' '];

    /// <summary>Parts of symbols that only central bodies have.</summary>
    private static readonly HashSet<string> CentralParts = new(
        ["CP", "TTg", "CTN", "UBTVQH", "VPCP", "TW", "VPTW", "NHNN", "TTCP", "KTNN", "TANDTC", "VKSNDTC", "TTXVN", "BHXHVN", .. VocabularyTable
            .Open("ministries_before_after_2025-03").Columns("symbol_before", "symbol_after").SelectMany(r => new[] { r.First, r.Second }).Where(s => s.Length > 1)],
        StringComparer.Ordinal);

    private static readonly string[] CentralWords =
        ["viet nam", "trung uong", "chinh phu", "quoc hoi", "ban bi thu", "bo chinh tri", "thu tuong", "chu tich nuoc", "toa an nhan dan toi cao"];

    /// <summary>The key of a printed number; null when it has no ordinal or no symbol.</summary>
    public static InstrumentKey? Of(string? number)
    {
        var end = 0;
        while (end < number?.Length && (char.IsAsciiDigit(number[end]) || (end > 0 && char.IsAsciiLetter(number[end]))))
            end++;
        if (number is null || end == 0 || !char.IsAsciiDigit(number[0]))
            return null;
        var symbol = Letters(number[end..]);
        return symbol.Length == 0 ? null : new(number[..end].TrimStart('0').ToLowerInvariant(), symbol);
    }

    /// <summary>The key of a law by name.</summary>
    public static InstrumentKey OfTitle(string title) => new("", Letters(title));

    /// <summary>The parts of a number's symbol, as printed: «NĐ», «CP».</summary>
    public static string[] Parts(string number) =>
        [.. number.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(p => !char.IsAsciiDigit(p[0]))];

    /// <summary>Whether a central body numbers so: every province has its own 12/QĐ-UBND, but there is one 12/QĐ-TTg a year.</summary>
    public static bool IsCentral(string number, string? issuer)
    {
        if (Parts(number).Any(p => CentralParts.Contains(p) || p.StartsWith("QH", StringComparison.Ordinal)))
            return true;
        if (issuer is null)
            return false;
        var folded = Folding.Fold(issuer);
        return folded.StartsWith("bo ", StringComparison.Ordinal) ? !folded.StartsWith("bo chi huy", StringComparison.Ordinal)
            : CentralWords.Any(w => folded.Contains(w, StringComparison.Ordinal)) && !folded.Contains(" tinh", StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));
}
