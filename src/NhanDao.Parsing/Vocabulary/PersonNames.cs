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

    private static readonly WordList SurnameList = new(Surnames.Where(s => s.Length >= 4));

    /// <summary>
    /// The name that <paramref name="text"/> is a misread form of, when one letter makes it a name: «Nguyễn Trúc Glang»,
    /// «Xguyễn Văn An». Null when that does not.
    /// </summary>
    public static string? Mend(string text)
    {
        if (Words(text, mustSpell: false) is not { } words)
            return null;
        if (!Surnames.Contains(words[0]) && SurnameList.Nearest(words[0], 1) is { } surname)
            words[0] = surname;
        for (var i = 1; i < words.Length; i++)
            if (!VietnameseSyllable.IsValid(words[i]))
                words[i] = words[i].Replace('l', 'i').Replace('I', 'i').Replace('0', 'o');
        var mended = string.Join(' ', words);
        return mended != text && IsName(mended) ? mended : null;
    }

    private static string[]? Words(string text, bool mustSpell = true)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5)
            return null;
        foreach (var word in words)
        {
            if (!char.IsUpper(word[0]) || !word.All(c => char.IsLetter(c) || c is '\'' or '’') || word.Skip(1).Any(char.IsUpper))
                return null;
            if (mustSpell && !VietnameseSyllable.IsValid(word))
                return null;
        }
        return words;
    }
}
