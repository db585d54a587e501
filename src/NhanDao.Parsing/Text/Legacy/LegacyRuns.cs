using System.Collections.Immutable;

namespace NhanDao.Parsing.Text.Legacy;

/// <summary>A word.</summary>
/// <param name="Text">As read.</param>
/// <param name="Line">Words of one line, or of one run in one font, have the same number.</param>
/// <param name="Font">The encoding that the font's name stands for, where the file names it.</param>
internal readonly record struct LegacyWord(string Text, int Line, LegacyEncoding? Font = null);

/// <summary>
/// Decides word by word what is in a legacy encoding. A word speaks for an encoding when it is no Vietnamese syllable as it
/// stands and is one when decoded («céng» → «cộng»), and for Unicode when it holds a letter that no Western code page has
/// («việt») or is a syllable only as it stands («và»). Words that speak for neither («bé»; «H§ND») go with the nearest of their
/// line that does, and in a text of one encoding with that; a name like «Võ Tòng» in Unicode must come through a mixed page.
/// The fixed headings need no list of their own: each of their words speaks.
/// </summary>
internal static class LegacyRuns
{
    /// <summary>So many words must speak for an encoding before anything is converted without a font that says so.</summary>
    private const int Enough = 5;

    /// <summary>Of the words that are no syllable as they stand, the share that the encoding must explain.</summary>
    private const double EnoughExplained = 0.6;

    /// <summary>A text is of one encoding if not one word in so many speaks for Unicode.</summary>
    private const int FewStrays = 5;

    private enum Vote : byte { None, Unicode, Legacy }

    /// <summary>For each word the encoding to decode it with; null to leave it. Empty when nothing is to be converted.</summary>
    public static ImmutableArray<LegacyTable?> Decide(IReadOnlyList<LegacyWord> words)
    {
        if (Detect(words) is not { } table)
            return [];

        var votes = new Vote[words.Count];
        int legacy = 0, unicode = 0, named = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            votes[i] = VoteOf(words[i].Text, table);
            unicode += votes[i] == Vote.Unicode ? 1 : 0;
            legacy += votes[i] == Vote.Legacy ? 1 : 0;
            named += votes[i] == Vote.Legacy && words[i].Font == table.Encoding ? 1 : 0;
        }

        var isMixed = unicode * FewStrays > legacy;
        var fontsTell = named * 2 > legacy;
        var decided = ImmutableArray.CreateBuilder<LegacyTable?>(words.Count);
        for (var i = 0; i < votes.Length; i++)
            decided.Add(votes[i] == Vote.Legacy || (votes[i] == Vote.None && CanBe(words[i].Text, table) && GoesAlong(i)) ? table : null);
        return decided.MoveToImmutable();

        bool GoesAlong(int index) =>
            fontsTell ? words[index].Font == table.Encoding && Nearest(words, votes, index) != Vote.Unicode
            : isMixed ? Nearest(words, votes, index) == Vote.Legacy
            : Nearest(words, votes, index) != Vote.Unicode;
    }

    /// <summary>The encoding that the words speak for; null when they are Unicode, or nothing known.</summary>
    public static LegacyTable? Detect(IReadOnlyList<LegacyWord> words)
    {
        var strange = new List<string>();
        var fonts = new int[LegacyTable.All.Length];
        foreach (var (text, _, font) in words)
        {
            if (!IsWestern(text) || IsSyllables(text))
                continue;
            strange.Add(text);
            if (font is { } encoding)
                fonts[(int)encoding]++;
        }
        if (strange.Count == 0)
            return null;

        LegacyTable? best = null;
        var most = 0;
        foreach (var table in LegacyTable.All)
        {
            var explained = strange.Count(word => VoteOf(word, table) == Vote.Legacy);
            if (explained > most)
                (best, most) = (table, explained);
        }
        var needed = best is not null && fonts[(int)best.Encoding] > 0 ? 1 : Enough;
        return most >= needed && most >= EnoughExplained * strange.Count ? best : null;
    }

    /// <summary>The vote of the nearest word of the line that has one.</summary>
    private static Vote Nearest(IReadOnlyList<LegacyWord> words, Vote[] votes, int index)
    {
        var line = words[index].Line;
        for (int before = index - 1, after = index + 1; ; before--, after++)
        {
            var hasBefore = before >= 0 && words[before].Line == line;
            var hasAfter = after < words.Count && words[after].Line == line;
            if (!hasBefore && !hasAfter)
                return Vote.None;
            var (one, other) = (hasBefore ? votes[before] : Vote.None, hasAfter ? votes[after] : Vote.None);
            if (one != Vote.None || other != Vote.None)
                return one == Vote.Legacy || other == Vote.Legacy ? Vote.Legacy : Vote.Unicode;
        }
    }

    private static bool CanBe(string word, LegacyTable table)
    {
        if (!IsWestern(word))
            return false;
        table.Decode(word, out var complete);
        return complete;
    }

    private static Vote VoteOf(string word, LegacyTable table)
    {
        if (!HasMark(word))
            return Vote.None;
        if (!IsWestern(word))
            return Vote.Unicode;
        var decoded = table.Decode(word, out var complete);
        var after = complete && IsSyllables(decoded);
        return IsSyllables(word) == after ? Vote.None : after ? Vote.Legacy : Vote.Unicode;
    }

    /// <summary>
    /// Whether every marked part of the word is a syllable: «x·-héi», «Thñ/Bé» have two parts. Only ASCII and typographic
    /// punctuation divides, for legacy letters look like other punctuation.
    /// </summary>
    private static bool IsSyllables(ReadOnlySpan<char> word)
    {
        var start = 0;
        for (var i = 0; i <= word.Length; i++)
            if (i == word.Length || (word[i] < 0x80 && !char.IsAsciiLetter(word[i])) || word[i] is >= '\u2010' and <= '\u2030')
            {
                var part = word[start..i];
                if (part.ContainsAnyExceptInRange('\0', '\x7F') && !VietnameseSyllable.IsValid(part))
                    return false;
                start = i + 1;
            }
        return true;
    }

    private static bool HasMark(string word) => word.AsSpan().ContainsAnyInRange('\u00A1', '\u1EF9');

    /// <summary>Holds letters beyond ASCII, and all of them are in windows-1252.</summary>
    private static bool IsWestern(string word)
    {
        var marked = false;
        foreach (var c in word)
            if (c is >= '\u00A1' and <= '\u00FF' or >= '\u0080' and <= '\u009F')
                marked = true;
            else if (c >= '\u0100' && char.IsLetter(c) && c is not ('Š' or 'š' or 'Ž' or 'ž' or 'Œ' or 'œ' or 'Ÿ' or 'ƒ'))
                return false;
            else if (c is >= '\u0300' and <= '\u036F')
                return false;
        return marked;
    }
}
