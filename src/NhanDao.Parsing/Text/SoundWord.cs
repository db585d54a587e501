using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Text;

/// <summary>A word that can be normalised, and soon: half a surrogate pair makes Normalize() throw, and it takes time with the square of a run of marks.</summary>
internal static class SoundWord
{
    /// <summary>Combining marks in a row that are kept. A Vietnamese letter has two, a careless typist's three.</summary>
    private const int MostMarks = 8;

    /// <summary>Halves of surrogate pairs become U+FFFD, marks beyond <see cref="MostMarks"/> in a row are dropped; a sound word is given back as it is.</summary>
    public static string Of(string word)
    {
        var marks = 0;
        for (var i = 0; i < word.Length; i++)
        {
            marks = IsMark(word[i]) ? marks + 1 : 0;
            if (marks > MostMarks || char.IsSurrogate(word[i]))
                return Mended(word);
        }
        return word;
    }

    private static string Mended(string word)
    {
        var kept = new StringBuilder(word.Length);
        var marks = 0;
        foreach (var rune in word.EnumerateRunes()) // which gives U+FFFD for half a pair
        {
            marks = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
            if (marks <= MostMarks)
                kept.Append(rune);
        }
        return kept.ToString();
    }

    private static bool IsMark(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
