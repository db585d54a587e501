using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>
/// Syllables that stand side by side in office language, function words too, and in the names of provinces and districts: a longer and
/// looser list than <see cref="CommonPairs"/>. It decides between what an engine thought of; it proves nothing alone.
/// </summary>
internal static class SyllablePairs
{
    /// <summary>Where the tone is set before others; first, because the tables below are keyed by it.</summary>
    private static readonly FrozenDictionary<string, string> Moved = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["oà"] = "òa",
        ["oá"] = "óa",
        ["oả"] = "ỏa",
        ["oã"] = "õa",
        ["oạ"] = "ọa",
        ["oè"] = "òe",
        ["oé"] = "óe",
        ["oẻ"] = "ỏe",
        ["oẽ"] = "õe",
        ["oẹ"] = "ọe",
        ["uỳ"] = "ùy",
        ["uý"] = "úy",
        ["uỷ"] = "ủy",
        ["uỹ"] = "ũy",
        ["uỵ"] = "ụy",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<(string First, string Second)> Words =
        VocabularyTable.Open("syllable_pairs").Column("pair").Select(p => p.Split(' ')).Select(p => (Key(p[0]), Key(p[1]))).ToFrozenSet();

    private static readonly FrozenSet<(string First, string Second)> Names = Territories.Provinces.Select(p => "tỉnh " + p)
        .Concat(Territories.Districts).Append("Việt Nam").Append("Thành phố Hồ Chí Minh")
        .Select(name => name.Split(' ')).SelectMany(parts => parts.Zip(parts.Skip(1), (a, b) => (Key(a), Key(b)))).ToFrozenSet();

    private static readonly FrozenDictionary<string, (string First, string Second)[]> All = Words.Concat(Names).Distinct()
        .GroupBy(p => Folding.Fold($"{p.First} {p.Second}")).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The spellings that the folded pair may have, in small letters; empty when it is no pair of the lists.</summary>
    public static ReadOnlySpan<(string First, string Second)> Spellings(string first, string second) =>
        All.TryGetValue(Folding.Fold($"{first} {second}"), out var spellings) ? spellings : [];

    /// <summary>Whether two syllables with these <see cref="Key"/>s are words that stand side by side.</summary>
    public static bool AreWords(string first, string second) => Words.Contains((first, second));

    /// <summary>Whether two syllables with these <see cref="Key"/>s stand side by side in the name of a province or district, or are «tỉnh» and one.</summary>
    public static bool AreName(string first, string second) => Names.Contains((first, second));

    /// <summary>A syllable in small letters with its tone where the list sets it: «HOÁ» is «hóa».</summary>
    public static string Key(string syllable)
    {
        var key = syllable.ToLowerInvariant();
        return key.Length >= 2 && !key.StartsWith("qu", StringComparison.Ordinal) && Moved.TryGetValue(key[^2..], out var moved)
            ? string.Concat(key.AsSpan(0, key.Length - 2), moved) : key;
    }
}
