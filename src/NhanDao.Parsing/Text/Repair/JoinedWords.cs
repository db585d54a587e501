using System.Collections.Immutable;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Text.Repair;

/// <summary>Parts two syllables that OCR read as one word, where they are a pair of <see cref="SyllablePairs"/>: «NHÂNDÂN», «THẬPĐỎ».</summary>
internal static class JoinedWords
{
    public static IEnumerable<PageWord> Part(PageWord word)
    {
        if (Cut(word.Text) is not { } at)
            return [word];
        // The places of the halves are reckoned from the share of their letters.
        var width = Math.Round(word.Width * at / word.Text.Length, 2);
        return
        [
            word with { Text = word.Text[..at], Width = width, Alternatives = default, Raw = word.Raw ?? word.Text },
            word with { Text = word.Text[at..], Left = Math.Round(word.Left + width, 2), Width = Math.Round(word.Width - width, 2), Alternatives = default, Raw = "" },
        ];
    }

    private static int? Cut(string text)
    {
        var core = VietnameseSyllable.Trim(text);
        if (core.Length < 4 || VietnameseSyllable.IsValid(core))
            return null;
        foreach (var c in core)
            if (!char.IsLetter(c))
                return null;
        var start = text.AsSpan().IndexOf(core);
        for (var cut = 2; cut <= core.Length - 2; cut++)
            if (VietnameseSyllable.IsValid(core[..cut]) && VietnameseSyllable.IsValid(core[cut..])
                && SyllablePairs.AreWords(SyllablePairs.Key(core[..cut].ToString()), SyllablePairs.Key(core[cut..].ToString())))
                return start + cut;
        return null;
    }
}
