using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Text;

/// <summary>Whether a page's text layer is what the page says, and why.</summary>
/// <param name="Trusted">Whether its words are taken.</param>
/// <param name="Reason">Why, for a person.</param>
/// <param name="Confidence">How far its words are to be believed, 0–1.</param>
internal readonly record struct LayerVerdict(bool Trusted, string Reason, double Confidence);

/// <summary>
/// Judges text layers. Two PDFs of three that have one have no use for it: a signature box over a scan, what some scanner's OCR
/// made of Vietnamese, bytes of an old encoding, a font that lost letters.
/// </summary>
internal static class TextLayerJudge
{
    /// <summary>From here a picture is the page, not an illustration. Share of the page.</summary>
    private const double PagePicture = 0.6;

    /// <summary>From here a picture may hold most of the text of a page with few words. Share of the page.</summary>
    private const double LargePicture = 0.25;

    /// <summary>Fewer words over a page picture are signature boxes, stamps, page numbers. The largest box seen has 31.</summary>
    private const int FewWords = 60;

    /// <summary>Fewer words say nothing about the language.</summary>
    private const int EnoughToTell = 15;

    /// <summary>Words of a letter that spell a syllable, are a number or a known kind of sign: 0.97 in sound layers, under 0.7 in broken ones.</summary>
    private const double SoundSpelling = 0.8, ExcellentSpelling = 0.95;

    /// <summary>Syllables with a tone or letter mark: about 0.75 in Vietnamese, under 0.2 where marks are lost.</summary>
    private const double SoundMarks = 0.45;

    /// <summary>Characters that stand for no letter: private use, replacement, control.</summary>
    private const double LostLetters = 0.02;

    /// <summary>A layer over a page picture is some OCR's; it does not say how sure it was.</summary>
    private const double ForeignOcr = 0.9;

    /// <param name="words">The layer's words.</param>
    /// <param name="pictureShare">How much of the page pictures cover, 0–1.</param>
    public static LayerVerdict Judge(ImmutableArray<PageWord> words, double pictureShare)
    {
        if (words.IsEmpty)
            return No("no text layer");
        var isScan = pictureShare >= PagePicture;
        if (isScan && words.Length < FewWords)
            return No(string.Create(CultureInfo.InvariantCulture, $"text layer holds {words.Length} words over a full-page picture"));

        var spelling = Spelling.Of(words);
        if (spelling.Lost > LostLetters)
            return No(string.Create(CultureInfo.InvariantCulture, $"text layer lost {spelling.Lost:P0} of its letters"));
        if (spelling.Letters == 0)
            return pictureShare >= LargePicture ? No("text layer without letters beside a large picture") : Yes("text layer without letters");
        if (spelling.Words < EnoughToTell)
            return pictureShare >= LargePicture
                ? No(string.Create(CultureInfo.InvariantCulture, $"text layer holds {words.Length} words beside a large picture"))
                : Yes(string.Create(CultureInfo.InvariantCulture, $"text layer of {words.Length} words"));
        if (spelling.Valid < SoundSpelling)
            return No(string.Create(CultureInfo.InvariantCulture, $"only {spelling.Valid:P0} of the text layer spells Vietnamese"));
        if (spelling.Marked < SoundMarks)
            return No(string.Create(CultureInfo.InvariantCulture, $"text layer lost its tone marks ({spelling.Marked:P0} of the words have one)"));
        if (!isScan)
            return Yes(string.Create(CultureInfo.InvariantCulture, $"sound text layer of {words.Length} words"));
        return spelling.Valid >= ExcellentSpelling
            ? new(true, string.Create(CultureInfo.InvariantCulture, $"sound text layer of {words.Length} words over a full-page picture"), ForeignOcr)
            : No(string.Create(CultureInfo.InvariantCulture, $"only {spelling.Valid:P0} of the text layer over the picture spells Vietnamese"));
    }

    private static LayerVerdict Yes(string reason) => new(true, reason, 1);

    private static LayerVerdict No(string reason) => new(false, reason, 0);
}

/// <summary>How a text spells, by shares. Words of one letter, numbers, abbreviations in capitals and addresses are no evidence.</summary>
/// <param name="Words">Words that are evidence.</param>
/// <param name="Letters">Letters in all words.</param>
/// <param name="Valid">Share of the evidence that spells a Vietnamese syllable.</param>
/// <param name="Marked">Share of the valid syllables with a mark.</param>
/// <param name="Lost">Share of all characters that stand for no letter.</param>
internal readonly record struct Spelling(int Words, int Letters, double Valid, double Marked, double Lost)
{
    public static Spelling Of(ImmutableArray<PageWord> words)
    {
        int evidence = 0, letters = 0, characters = 0, valid = 0, marked = 0, lost = 0;
        foreach (var word in words)
        {
            var text = word.Text.Normalize(NormalizationForm.FormC);
            foreach (var c in text)
            {
                characters++;
                letters += char.IsLetter(c) ? 1 : 0;
                lost += c == '\uFFFD' || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse ? 1 : 0;
            }
            if (text.AsSpan().IndexOfAny('@', '/') >= 0 || text.Contains("www", StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var range in text.AsSpan().SplitAny("-–.,;:()[]“”\"'…"))
            {
                var syllable = text.AsSpan()[range];
                if (syllable.Length < 2 || syllable.ContainsAnyInRange('0', '9') || IsAbbreviation(syllable))
                    continue;
                evidence++;
                if (!VietnameseSyllable.IsValid(syllable))
                    continue;
                valid++;
                marked += syllable.ContainsAnyExceptInRange('\0', '\u007F') ? 1 : 0;
            }
        }
        return new(evidence, letters, Share(valid, evidence), Share(marked, valid), Share(lost, characters));
    }

    /// <summary>«UBND», «QĐ», «VT»: capitals without a vowel between them that would make a syllable.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c))
                return false;
        return word.Length <= 6 && !VietnameseSyllable.IsValid(word);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
