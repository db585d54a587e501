using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>Mends the misread name of a body part by part: what it is («SỞ Y TÉ») and where it is («TĨNH QUANG NGAÀI»).</summary>
internal static class BodySpelling
{
    private static readonly string[] Units = ["tinh", "thanh pho", "huyen", "thi xa", "quan", "tp."];

    /// <summary>The name, and whether every part of it is in the vocabularies.</summary>
    public static (string Name, bool Sure) Mend(string name)
    {
        var (body, unit, place) = Split(name);
        var knownBody = Near(BodyNames.Spelling, body);
        var knownPlace = place.Length == 0 ? "" : Near(Territories.Spelling, place);
        var mended = string.Join(' ', new[] { Cased(knownBody, body), unit, Cased(knownPlace, place) }.Where(p => p.Length > 0));
        return (mended, knownBody is not null && knownPlace is not null);
    }

    /// <summary>Whether <paramref name="line"/> is the misread name of a body that the vocabulary knows.</summary>
    public static bool IsMendable(string line) => Near(BodyNames.Spelling, Split(line).Body) is not null;

    /// <summary>Whether <paramref name="line"/> is an administrative unit: «TỈNH LÂM ĐỒNG».</summary>
    public static bool IsPlace(string line) => Split("X " + line) is { Place.Length: > 0 } parts && Near(Territories.Spelling, parts.Place) is not null;

    private static string? Near(WordList spelling, string part) => spelling.Nearest(part, part.Length switch { < 6 => 0, < 10 => 1, < 16 => 2, _ => 3 });

    /// <summary>The printed letters where only their marks' places differ (uỷ, ủy), the vocabulary's where the engine misread.</summary>
    private static string Cased(string? known, string printed) => known is null || IsSame(known, printed) ? printed : known.ToUpperInvariant();

    private static bool IsSame(string known, string printed) => TonelessOrder(known) == TonelessOrder(printed);

    /// <summary>The letters with their tones behind each word, so that «uỷ» and «ủy» are one.</summary>
    private static string TonelessOrder(string text) => string.Join(' ', text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(w => new string([.. w.Normalize(System.Text.NormalizationForm.FormD).Order()])));

    private static (string Body, string Unit, string Place) Split(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length - 1; i++)
        {
            var one = Folding.Fold(words[i]);
            var two = i + 2 < words.Length ? one + " " + Folding.Fold(words[i + 1]) : one;
            var length = Units.Contains(two) ? 2 : Units.Contains(one) || one == "tp" ? 1 : 0;
            if (length > 0)
                return (string.Join(' ', words[..i]), Unit(words[i..(i + length)]), string.Join(' ', words[(i + length)..]));
        }
        return (name, "", "");
    }

    private static string Unit(string[] words) => Folding.Fold(string.Join(' ', words)) switch
    {
        "tinh" => "TỈNH",
        "thanh pho" => "THÀNH PHỐ",
        "huyen" => "HUYỆN",
        "thi xa" => "THỊ XÃ",
        "quan" => "QUẬN",
        _ => string.Join(' ', words),
    };
}
