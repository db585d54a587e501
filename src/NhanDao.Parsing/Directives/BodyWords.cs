using System.Collections.Frozen;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Directives;

/// <summary>What a word that can begin the name of a body stands for.</summary>
internal enum BodyHead
{
    /// <summary>«Sở», «Bộ», «Ủy ban nhân dân»: with a name behind it; capital unless «các» stands before.</summary>
    Organ,

    /// <summary>«Giám đốc», «Thủ trưởng», «Chủ tịch»: a post, mostly with a body behind it.</summary>
    Post,

    /// <summary>«cơ quan», «đơn vị», «ngành»: no name of its own.</summary>
    Common,
}

/// <summary>The words of which names of bodies and posts are made, without marks (<c>Vocabulary/name_grammar.tsv</c>).</summary>
internal static class BodyWords
{
    private static readonly ILookup<string, string> Rows =
        VocabularyTable.Open("name_grammar").Columns("role", "phrase").ToLookup(r => r.First, r => r.Second, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, BodyHead>.AlternateLookup<ReadOnlySpan<char>> Heads =
        Rows["organ"].Select(o => (Phrase: o, Head: BodyHead.Organ)).Concat(Rows["post"].Select(p => (Phrase: p, Head: BodyHead.Post)))
            .GroupBy(h => h.Phrase, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last().Head, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>
        Commons = Set("common"), NoBodies = Set("none"), Verbs = Set("verb"), Stops = Set("stop"), Tails = Set("tail"), Compounds = Set("compound"), WholeWords = Set("whole"), Acts = Set("act");

    /// <summary>The longest phrase that begins a name, in words.</summary>
    public static readonly int LongestKey = new[] { "organ", "post", "common" }.SelectMany(role => Rows[role]).Max(phrase => phrase.AsSpan().Count(' ') + 1);

    public static bool IsOrganOrPost(ReadOnlySpan<char> key, out BodyHead head) => Heads.TryGetValue(key, out head);

    public static bool IsCommon(ReadOnlySpan<char> key) => Commons.Contains(key);

    /// <summary>Two words that begin like a body and are none: «Ban hành», «Báo cáo», «Hội nghị».</summary>
    public static bool IsNoBody(ReadOnlySpan<char> key) => NoBodies.Contains(key);

    public static bool IsVerb(ReadOnlySpan<char> key) => Verbs.Contains(key);

    /// <summary>Whether two syllables are a word of names whose second half alone would end a name: «Thường trực», «Chương trình».</summary>
    public static bool IsWholeWord(ReadOnlySpan<char> key) => WholeWords.Contains(key);

    /// <summary>Whether a syllable, with its marks and in small letters, ends a name.</summary>
    public static bool IsStop(ReadOnlySpan<char> syllable) => Stops.Contains(syllable);

    /// <summary>Whether a syllable, with its marks and in small letters, is a verb of its own («đón», «dỡ») that may stand in a name as well («bán lẻ»).</summary>
    public static bool IsAct(ReadOnlySpan<char> syllable) => Acts.Contains(syllable);

    public static bool IsTail(ReadOnlySpan<char> key) => Tails.Contains(key);

    public static bool IsNameCompound(ReadOnlySpan<char> key) => Compounds.Contains(key);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string role) =>
        Rows[role].ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
