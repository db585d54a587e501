using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Names of bodies (cơ quan, tổ chức): how they begin, how they are spelled and which words take a capital.</summary>
internal static class BodyNames
{
    private static readonly VocabularyTable Table = VocabularyTable.Open("body_words");

    private static readonly ImmutableArray<string> Central =
    [
        .. VocabularyTable.Open("ministries_before_after_2025-03").Columns("name_before", "name_after").SelectMany(r => new[] { r.First, r.Second }),
        .. VocabularyTable.Open("state_organs").Column("name"),
        .. VocabularyTable.Open("party_central_bodies").Column("name"),
        .. VocabularyTable.Open("mass_organisations").Column("name").Where(n => !n.StartsWith('(')),
    ];

    private static readonly ImmutableArray<string> Departments =
        [.. VocabularyTable.Open("provincial_departments").Column("name").Where(n => n.StartsWith("Sở", StringComparison.Ordinal))];

    /// <summary>Names of the fields that ministries and departments are of: «Y tế», «Tài nguyên và Môi trường».</summary>
    private static readonly ImmutableArray<string> Fields =
    [
        .. Central.Concat(Departments).Where(n => n.StartsWith("Bộ ", StringComparison.Ordinal) || n.StartsWith("Sở ", StringComparison.Ordinal))
            .Select(n => n[3..]).Distinct(),
    ];

    private static readonly PhraseIndex Openings = new(Table.Columns("phrase", "opens").Where(r => r.Second == "1").Select(r => r.First));

    /// <summary>Every phrase whose capitals are known.</summary>
    public static PhraseIndex Phrases { get; } = new([.. Table.Column("phrase"), .. Central, .. Departments, .. Territories.Provinces]);

    /// <summary>Names of fields, known after a word that takes a field.</summary>
    public static PhraseIndex FieldNames { get; } = new(Fields);

    /// <summary>Whether the name of a field follows «Sở», «Trung tâm» …, given as the vocabulary writes them.</summary>
    public static bool TakesField(string phrase) => TakingField.Contains(phrase);

    /// <summary>The part of a body's name that does not say where, mended by name: «Sở Y tế», «Ủy ban nhân dân», «UBND».</summary>
    public static WordList Spelling { get; } = new(
        [.. Central, .. Departments, .. Table.Columns("phrase", "opens").Where(r => r.Second == "1" && r.First.Length > 3).Select(r => r.First)]);

    private static readonly HashSet<string> TakingField =
        new(Table.Columns("phrase", "field").Where(r => r.Second == "1").Select(r => r.First), StringComparer.Ordinal);

    /// <summary>The words of a name, folded, as the phrase indexes compare them.</summary>
    public static string[] Words(string text) => Folding.Fold(text).Split([' ', '-', '.', ',', '('], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether <paramref name="text"/> begins as the name of a body does.</summary>
    public static bool Opens(string text)
    {
        var words = Words(text);
        return words.Length > 0 && !Openings.LongestAt(words, 0).IsEmpty;
    }
}
