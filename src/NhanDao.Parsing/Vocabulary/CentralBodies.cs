using System.Collections.Frozen;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Central bodies by the code that their symbols carry; a code that two bodies share stands for none.</summary>
internal static class CentralBodies
{
    private static readonly FrozenDictionary<string, string> Names =
        VocabularyTable.Open("ministries_before_after_2025-03").Columns("symbol_before", "name_before")
            .Concat(VocabularyTable.Open("ministries_before_after_2025-03").Columns("symbol_after", "name_after"))
            .Concat(VocabularyTable.Open("party_central_bodies").Columns("symbol", "name"))
            .Concat([("TTg", "Thủ tướng Chính phủ")])
            .Where(r => r.Item1.Length > 2)
            .Distinct().GroupBy(r => r.Item1).Where(g => g.Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.Single().Item2, StringComparer.Ordinal);

    /// <summary>The body whose code is <paramref name="code"/>; null when there is none.</summary>
    public static string? ByCode(string code) => Names.GetValueOrDefault(code);
}
