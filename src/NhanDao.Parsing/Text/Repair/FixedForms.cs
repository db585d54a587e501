using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Text.Repair;

/// <summary>Mends words whose form is fixed: symbols, «(b/c)», «V/v», «Lưu: VT», Roman numbers of sections.</summary>
internal static partial class FixedForms
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static void Mend(ImmutableArray<PageWord>.Builder words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var first = i == 0 || words[i - 1].Line != word.Line;
            var text = ForReport.Replace(word.Text, "b/c");
            if (first && About.IsMatch(text))
                text = "V/v";
            else if (first && SecondSection.IsMatch(text) && i + 1 < words.Count && char.IsUpper(words[i + 1].Text[0]))
                text = "II" + text[1..];
            text = ThirdQuarter.Replace(text, "III");
            if (i > 0 && Archive.IsMatch(text) && IsFiling(words, i))
                text = Archive.Replace(text, "VT").TrimEnd(';', ',', '.') + (i + 1 < words.Count && words[i + 1].Line == word.Line ? "," : ".");
            if (Symbol.IsMatch(text))
                text = MendSymbol(text, word);
            if (text != word.Text)
                words[i] = word with { Text = text };
        }
    }

    /// <summary>«Lưu:», «Lưu» right before.</summary>
    private static bool IsFiling(ImmutableArray<PageWord>.Builder words, int at) =>
        words[at - 1].Line == words[at].Line && Folding.Fold(words[at - 1].Text).Trim(':', ';', '.', '-', ' ') == "luu";

    /// <summary>The symbol with its parts mended, or a reading of the engine all of whose parts are known.</summary>
    private static string MendSymbol(string text, PageWord word)
    {
        var mended = Code.Replace(text, part => Spelled(part.Value));
        if (IsKnown(mended) || word.Alternatives.IsDefault)
            return mended;
        foreach (var other in word.Alternatives)
            if (CanonicalWord.Of(other.Text) is var read && IsNear(text, read) && IsKnown(read))
                return read;
        return mended;
    }

    /// <summary>Whether one letter or digit is read as another capital.</summary>
    private static bool IsNear(string text, string other) =>
        text.Length == other.Length && text.Zip(other).Where(c => c.First != c.Second).ToList() is [var (was, now)] && char.IsLetterOrDigit(was) && char.IsUpper(now);

    private static bool IsKnown(string symbol) => Code.Matches(symbol) is var parts && parts.Count > 0 && parts.All(p => SymbolCodes.IsKnown(p.Value));

    /// <summary>A part of a symbol without what the engine doubles («NÑQ», «CĐĐ») or sets between («T'Tg»).</summary>
    private static string Spelled(string part)
    {
        if (SymbolCodes.IsKnown(part))
            return part;
        foreach (var (wrong, right) in Slips)
            if (part.Contains(wrong, StringComparison.Ordinal) && part.Replace(wrong, right, StringComparison.Ordinal) is var spelled && (SymbolCodes.IsKnown(spelled) || wrong.Contains('Ñ', StringComparison.Ordinal)))
                return spelled;
        return part;
    }

    /// <summary>What the engine makes of capitals in symbols; «Ñ» is no letter of Vietnamese.</summary>
    private static readonly (string Wrong, string Right)[] Slips =
    [
        ("NÑN", "N"), ("NÑ", "N"), ("ÑN", "N"), ("Ñ", "N"), ("ĐĐ", "Đ"), ("'", ""), ("’", ""), ("‘", ""), ("IW", "TW"), ("TIr", "TTr"), ("1C", "TC"), ("TT7", "TT"),
    ];

    /// <summary>«b/C», «b/€», «b⁄e»: «(để b/c)», for report.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])b/[C€Œœ](?![\p{L}\d])", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ForReport { get; }

    /// <summary>«V/%», «V/%v», «V/V» for «V/v» at the head of a subject.</summary>
    [GeneratedRegex(@"^V/(%v?|[%vV]{1,2}|)$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex About { get; }

    /// <summary>«H.» for «II.» before a heading.</summary>
    [GeneratedRegex(@"^H[.-]$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SecondSection { get; }

    /// <summary>«IH», «HI» for «III».</summary>
    [GeneratedRegex(@"^(IH|HI)(?=[./-]|$)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ThirdQuarter { get; }

    /// <summary>«VI», «VE», «VTE», «V1», «VŨ» for «VT» (văn thư) behind «Lưu:».</summary>
    [GeneratedRegex(@"^V(T[EI]|[IEDLUŨ1]|LI)(?=[,;.]|$)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Archive { get; }

    /// <summary>Capitals with a stroke or hyphen between: a number's symbol.</summary>
    [GeneratedRegex(@"[/-]\p{Lu}|\p{Lu}['’‘]?\p{L}{0,4}[/-]", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Symbol { get; }

    /// <summary>A part of a symbol: letters from its first capital on, and digits that stand between letters.</summary>
    [GeneratedRegex(@"(?<=^|[/\- \d])\p{Lu}[\p{L}'’‘&]*(\d\p{Lu}+)?", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Code { get; }
}
