using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Whether words can be a person's name (họ và tên).</summary>
internal static class PersonNames
{
    private static readonly FrozenSet<string> Surnames =
        VocabularyTable.Open("surnames").Column("surname").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> FoldedSurnames = Surnames.Select(s => Folding.Fold(s)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Two to five capitalised syllables that begin with a surname.</summary>
    public static bool IsName(string text) => Words(text) is { } words && Surnames.Contains(words[0]);

    /// <summary>Shaped like a name, surname known at least without its marks; misread marks are forgiven.</summary>
    public static bool MayBeName(string text) => Words(text) is { } words && FoldedSurnames.Contains(Folding.Fold(words[0]));

    /// <summary>Two to five capitalised words of letters, whatever the surname.</summary>
    public static bool HasShape(string text) => Words(text, mustSpell: false) is not null;

    private static string[]? Words(string text, bool mustSpell = true)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 6)
            return null;
        foreach (var word in words)
        {
            if (!char.IsUpper(word[0]) || !word.All(c => char.IsLetter(c) || c is '\'' or '’'))
                return null;
            if (mustSpell && !VietnameseSyllable.IsValid(word))
                return null;
        }
        return words;
    }
}
