using System.Collections.Frozen;
using System.Text;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>
/// Pairs of syllables that stand side by side in administrative Vietnamese («tổ chức», «gói thầu»): witnesses for the marks of
/// a syllable that OCR read. Case and the place of the tone («hoá», «hóa») do not count.
/// </summary>
internal static class CommonPairs
{
    private static readonly FrozenDictionary<string, (string First, string Second)[]> Pairs = VocabularyTable.Open("common_pairs").Column("pair")
        .Select(p => p.Split(' ')).GroupBy(p => Folding.Fold($"{p[0]} {p[1]}"))
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => (p[0], p[1])).DistinctBy(p => Marks(p.Item1) + Marks(p.Item2)).ToArray(), StringComparer.Ordinal);

    /// <summary>The spellings that the folded pair may have; empty when it is no pair of the list.</summary>
    public static ReadOnlySpan<(string First, string Second)> Spellings(string first, string second) =>
        Pairs.TryGetValue(Folding.Fold($"{first} {second}"), out var spellings) ? spellings : [];

    /// <summary>Whether two syllables carry the same letters and marks, wherever the tone is set.</summary>
    public static bool AreSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase) || Marks(a) == Marks(b);

    private static string Marks(string syllable)
    {
        var letters = syllable.ToLowerInvariant().Normalize(NormalizationForm.FormD).ToCharArray();
        Array.Sort(letters);
        return new(letters);
    }
}
