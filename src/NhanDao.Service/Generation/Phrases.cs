using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Service.Generation;

/// <summary>The sentences and noun phrases of <c>phrases.tsv</c>, by kind.</summary>
internal static class Phrases
{
    private static readonly ILookup<string, string> ByKind = VocabularyTable.Open("phrases", typeof(Phrases).Assembly)
        .Columns("kind", "text").ToLookup(row => row.First, row => row.Second);

    private static readonly Dictionary<string, List<string>> Lists = ByKind.ToDictionary(group => group.Key, group => group.ToList());

    public static string Draw(Invention invention, string kind) => invention.OneOf(Lists[kind]);

    public static string Subject(Invention invention) => $"{Draw(invention, "subjectverb")} {Draw(invention, "field")}"
        + (invention.Chance(0.5) ? $" năm {Invention.Text(invention.Number(2005, 2026))}" : "");
}
