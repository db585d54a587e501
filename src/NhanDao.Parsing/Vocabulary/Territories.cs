using System.Collections.Immutable;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Administrative units by name, before and after the reorganisation of 1 July 2025.</summary>
internal static class Territories
{
    /// <summary>The 63 provinces and cities of before July 2025 and the 34 of after, each name once, without «tỉnh» or «thành phố».</summary>
    public static ImmutableArray<string> Provinces { get; } =
        [.. VocabularyTable.Open("provinces_63_old").Column("name").Concat(VocabularyTable.Open("provinces_34_new").Column("name")).Distinct()];

    /// <summary>Districts, towns and provincial cities of before July 2025, without the word of their kind.</summary>
    public static ImmutableArray<string> Districts { get; } =
        [.. VocabularyTable.Open("districts_pre2025").Column("name").Where(n => !char.IsDigit(n[0])).Distinct()];

    /// <summary>Provinces, mended by name.</summary>
    public static WordList ProvinceSpelling { get; } = new(Provinces);

    /// <summary>Provinces and districts, mended by name.</summary>
    public static WordList Spelling { get; } = new([.. Provinces, .. Districts]);

    /// <summary>Cities under the central government, so that a party letter from there is of a Thành ủy.</summary>
    public static bool IsCity(string province) => Cities.Contains(WordList.Key(province));

    /// <summary>Whether <paramref name="province"/> is one of the 34 since July 2025.</summary>
    public static bool IsProvinceSince2025(string province) => New.Contains(WordList.Key(province));

    private static readonly HashSet<string> New = [.. VocabularyTable.Open("provinces_34_new").Column("name").Select(WordList.Key)];

    private static readonly HashSet<string> Cities =
    [
        .. VocabularyTable.Open("provinces_63_old").Columns("name", "kind")
            .Where(row => row.Second is "city" or "thành phố").Select(row => WordList.Key(row.First)),
        "hue",
    ];
}
