using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.References;

/// <summary>Gives the name of a cited issuer the marks back that OCR lost, where it is made of known phrases: «Sở Y tê» is «Sở Y tế».</summary>
internal static class IssuerSpelling
{
    public static string Mend(string name)
    {
        var words = name.Split(' ');
        var folded = Array.ConvertAll(words, w => Folding.Fold(w));
        for (var i = 0; i < words.Length; i++)
        {
            var phrase = BodyNames.Phrases.LongestAt(folded, i);
            if (phrase.IsEmpty)
                phrase = BodyNames.FieldNames.LongestAt(folded, i);
            // One short word says too little: «tính» may be «tỉnh» or «tính».
            if (phrase.Length < 2 && !(phrase.Length == 1 && IsAbbreviation(words[i])))
                continue;
            for (var k = 0; k < phrase.Length; k++)
                words[i + k] = InCaseOf(words[i + k], phrase[k]);
            i += phrase.Length - 1;
        }
        for (var i = 1; i + 1 < words.Length; i++)
            if (folded[i] == "tinh" && char.IsLower(words[i][0]) && char.IsUpper(words[i + 1][0]))
                words[i] = "tỉnh";
        if (words.Length > 1 && folded[^1] == "tinh" && char.IsLower(words[^1][0]))
            words[^1] = "tỉnh";
        return string.Join(' ', words);
    }

    private static bool IsAbbreviation(string word) => word.Length >= 3 && word.All(char.IsUpper);

    private static string InCaseOf(string printed, string known) =>
        IsAbbreviation(printed) ? known.ToUpperInvariant()
        : char.IsUpper(printed[0]) ? char.ToUpperInvariant(known[0]) + known[1..]
        : char.ToLowerInvariant(known[0]) + known[1..];
}
