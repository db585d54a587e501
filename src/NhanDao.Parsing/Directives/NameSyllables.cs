using System.Collections.Frozen;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Directives;

/// <summary>
/// Tells the small letters of a body's name from what follows it: «Sở Giao thông vận tải khẩn trương» goes on to «tải». Pairs of
/// syllables that stand in the names of the vocabulary go on; anything else ends the name.
/// </summary>
internal static class NameSyllables
{
    private static readonly (string Table, string Column)[] Sources =
    [
        ("state_organs", "name"), ("provincial_departments", "name"), ("mass_organisations", "name"), ("party_central_bodies", "name"),
        ("ministries_before_after_2025-03", "name_before"), ("ministries_before_after_2025-03", "name_after"), ("body_words", "phrase"), ("name_parts", "phrase"),
    ];

    private static readonly FrozenSet<string> Pairs = Read();

    private static readonly FrozenSet<string> OverCommas = Names().SelectMany(Commas).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Pairs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words at <paramref name="at"/>, written small, belong to the name; 0 when the name ends before it.</summary>
    /// <param name="passage">The paragraph.</param>
    /// <param name="head">Where the name begins.</param>
    /// <param name="at">The word in question.</param>
    public static int GoesOn(Passage passage, int head, int at)
    {
        if (at <= head || passage.Words[at - 1].After != ' ')
            return 0;
        if (IsPair(passage, at - 1))
            return 1;
        if (IsPair(passage, at))
            return 2;
        var before = passage.Words[at - 1];
        if (passage.Printed(at - 1) is var printed && printed.IndexOf('-') is > 0 and var dash && char.IsUpper(printed[dash + 1]))
            return 1; // «Tài chính-Vật giá»
        // «Y tế», «Nội vụ»: the second half of a word that began with a capital; behind two capitals («Cà Mau …») there is none.
        var opensWord = before.Capital && before.End - before.Start > 0 && !IsAcronym(passage, at - 1);
        return opensWord && at - 1 > head && (at - 2 <= head || !passage.Words[at - 2].Capital || IsHeadWord(passage, at - 2) || IsAcronym(passage, at - 2)) ? 1 : 0;
    }

    /// <summary>«khám bệnh, chữa bệnh», «phòng cháy, chữa cháy»: known pairs on both sides of a comma.</summary>
    public static bool JoinsOverComma(Passage passage, int at) => at > 1 && IsPair(passage, at - 2) && IsPair(passage, at);

    /// <summary>«Hộ tịch, quốc tịch»: two words and the two behind the comma stand so in an official name.</summary>
    public static bool OfficialOverComma(Passage passage, int at) =>
        at > 1 && passage.Key(at - 2, 2) is { IsEmpty: false } before && passage.Key(at, 2) is { IsEmpty: false } behind && OverCommas.Contains(string.Concat(before, ",", behind));

    /// <summary>Whether the word behind a bare organ («Sở», «Cục») begins the name of what it is for: «Thuế», «Y tế».</summary>
    public static bool IsFieldOf(Passage passage, int organ) =>
        organ + 1 < passage.Words.Length && Pairs.Contains(string.Concat(Bare(passage, organ), " ", Bare(passage, organ + 1)));

    private static ReadOnlySpan<char> Bare(Passage passage, int at) => passage.Bare.AsSpan(passage.Words[at].Start, passage.Words[at].End - passage.Words[at].Start);

    private static bool IsPair(Passage passage, int at) => passage.Key(at, 2) is { IsEmpty: false } key && Lookup.Contains(key);

    private static bool IsHeadWord(Passage passage, int at) => BodyWords.IsOrganOrPost(passage.Key(at, 1), out _);

    private static bool IsAcronym(Passage passage, int at)
    {
        var word = passage.Printed(at);
        return word.Length > 1 && char.IsUpper(word[1]);
    }

    private static FrozenSet<string> Read()
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Names())
        {
            var words = name.Split([' ', ',', '-', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 1; i < words.Length; i++)
                pairs.Add(words[i - 1] + " " + words[i]);
        }
        return pairs.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The names of the vocabulary without marks.</summary>
    private static IEnumerable<string> Names() =>
        from source in Sources
        from name in VocabularyTable.Open(source.Table).Column(source.Column)
        select BareText.Of(name);

    /// <summary>What stands around each comma of a name: «ho tich,quoc tich».</summary>
    private static IEnumerable<string> Commas(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries);
        for (var i = 1; i < parts.Length; i++)
            if (parts[i - 1].Split(' ') is [.., var a, var b] && parts[i].Split(' ') is [var c, var d, ..])
                yield return $"{a} {b},{c} {d}";
    }
}
