using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>
/// The name of a body in ordinary case: «ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG» is «Ủy ban nhân dân tỉnh Lâm Đồng». Letters are
/// kept as printed, only their case changes; words that are no syllables («UBND», «TNCS») keep their capitals.
/// </summary>
internal static class OrdinaryCase
{
    private static readonly FrozenSet<string> UnitWords =
        new[] { "tinh", "thanh", "pho", "huyen", "quan", "thi", "xa", "tran", "phuong", "dac", "khu" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly PhraseIndex Units = new(["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu", "cấp"]);

    private static readonly FrozenSet<string> Joints = new[] { "va", "ve", "cua", "voi", "cac" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the words of <paramref name="text"/> are set in capitals, by its letters.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        int upper = 0, lower = 0;
        foreach (var c in text)
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
        return upper > 3 * lower;
    }

    /// <summary>The name as it is written in running text.</summary>
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!IsCapitals(name) && name.Any(char.IsUpper))
            return string.Join(' ', words);

        var folded = Array.ConvertAll(words, w => Folding.Fold(w).Trim('(', ')', ',', ';', '.', ':'));
        var state = State.Opening;
        for (var i = 0; i < words.Length;)
        {
            var phrase = PhraseAt(folded, i, state);
            if (phrase.IsEmpty)
            {
                words[i] = Single(words[i], folded[i], ref state);
                i++;
                continue;
            }
            var known = string.Join(' ', phrase.ToArray());
            for (var k = 0; k < phrase.Length; k++, i++)
                words[i] = CaseLike(words[i], phrase[k]);
            state = UnitWords.Contains(folded[i - 1]) && phrase.Length <= 2 && char.IsLower(phrase[0][0]) ? State.Place
                : BodyNames.TakesField(known) ? State.Field : State.Name;
        }
        if (words.Length > 0 && char.IsLower(words[0][0]))
            words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words);
    }

    private enum State
    {
        /// <summary>At the first word.</summary>
        Opening,

        /// <summary>Behind a word whose field follows.</summary>
        Field,

        /// <summary>Inside a name.</summary>
        Name,

        /// <summary>Behind «tỉnh», «huyện»: a place name to the end.</summary>
        Place,
    }

    private static ReadOnlySpan<string> PhraseAt(string[] folded, int i, State state)
    {
        var field = state == State.Field ? BodyNames.FieldNames.LongestAt(folded, i) : [];
        var phrase = BodyNames.Phrases.LongestAt(folded, i);
        if (field.Length > 0 && field.Length >= phrase.Length)
            return field;
        var unit = state is State.Opening or State.Place ? [] : Units.LongestAt(folded, i);
        return unit.Length > phrase.Length ? unit : phrase;
    }

    private static string Single(string word, string folded, ref State state)
    {
        if (IsAbbreviation(word))
        {
            state = folded is "tp" or "tx" or "tt" ? State.Place : State.Name;
            return word;
        }
        var capital = state is State.Opening or State.Field or State.Place;
        state = state switch
        {
            State.Place => State.Place,
            State.Field when Joints.Contains(folded) => State.Field,
            _ => word is "-" or "–" || word.EndsWith(',') || folded == "va" ? State.Field : State.Name,
        };
        return capital && !Joints.Contains(folded) ? Capitalised(word) : word.ToLowerInvariant();
    }

    private static bool IsAbbreviation(string word)
    {
        var letters = VietnameseSyllable.Trim(word);
        if (letters.Length < 2)
            return letters.Length == 1 && word.Length > 1;
        foreach (var c in letters)
            if (!char.IsLetter(c) || char.IsLower(c))
                return char.IsUpper(letters[0]) && !char.IsLower(letters[^1]);
        return !VietnameseSyllable.IsValid(letters);
    }

    private static string CaseLike(string word, string model)
    {
        var upper = model.Length > 1 && char.IsUpper(model[1]);
        return upper ? word.ToUpperInvariant() : char.IsUpper(model[0]) ? Capitalised(word) : word.ToLowerInvariant();
    }

    private static string Capitalised(string word) => string.Create(word.Length, word, static (result, source) =>
    {
        var first = true;
        for (var i = 0; i < source.Length; i++)
        {
            var isLetter = char.IsLetter(source[i]);
            result[i] = !isLetter ? source[i] : first ? char.ToUpperInvariant(source[i])
                : IsAbbreviationTail(source, i) ? source[i] : char.ToLowerInvariant(source[i]);
            first &= !isLetter;
        }
    });

    private static bool IsAbbreviationTail(string word, int i) => i > 1 && word[i - 1] is '-' or '/' or '.';
}
