using System.Text;
using NhanDao.Parsing.Text;

namespace NhanDao.Service.Storage;

/// <summary>
/// What the full text index gets of a letter, as words of letters and digits in lower case with single spaces: so both databases find the
/// same, and nothing in a letter or a query is an operator.
/// </summary>
/// <param name="Words">With tone marks, composed.</param>
/// <param name="Folded">Without.</param>
internal sealed record SearchText(string Words, string Folded)
{
    /// <summary>What lies behind is not found: PostgreSQL refuses more than a megabyte of different words, and no letter has so many.</summary>
    private const int MostCharacters = 400_000;

    /// <summary>Longer words are nobody's words.</summary>
    private const int LongestWord = 60;

    public static SearchText Of(IEnumerable<string?> texts)
    {
        var words = new StringBuilder();
        foreach (var text in texts)
            if (text is not null && words.Length < MostCharacters)
                foreach (var word in WordsOf(text))
                    words.Append(word).Append(' ');
        if (words.Length > MostCharacters)
            words.Length = MostCharacters;
        var all = words.ToString();
        return new(all, Folding.Fold(all));
    }

    /// <summary>«12/UBND-VX» is «12», «ubnd», «vx».</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        text = text.Normalize(NormalizationForm.FormC);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > at)
                yield return text[at..Math.Min(end, at + LongestWord)].ToLowerInvariant();
            at = end + 1;
        }
    }
}

/// <summary>What somebody looks for: every phrase must be there. A word written without marks is found with any.</summary>
/// <param name="Phrases">At least one.</param>
internal sealed record SearchQuery(IReadOnlyList<SearchPhrase> Phrases)
{
    private const int MostPhrases = 20;

    /// <summary>«ngân sách "Sở Y tế" 12/UBND-VX»: words, phrases in quotes, numbers as they are written. Null when it holds no word.</summary>
    public static SearchQuery? Parse(string text)
    {
        var phrases = new List<SearchPhrase>();
        var quoted = text.Split('"', '“', '”');
        for (var i = 0; i < quoted.Length; i++)
            foreach (var phrase in i % 2 == 1 ? [quoted[i]] : quoted[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                if (string.Join(' ', SearchText.WordsOf(phrase)) is { Length: > 0 } words)
                    phrases.Add(new(words, Folding.Fold(words) == words));
        return phrases.Count == 0 ? null : new([.. phrases.Distinct().Take(MostPhrases)]);
    }
}

/// <summary>Words that stand one behind the other.</summary>
/// <param name="Words">As <see cref="SearchText.WordsOf"/> gives them, with single spaces.</param>
/// <param name="IsFolded">They have no marks, and are looked for without.</param>
internal readonly record struct SearchPhrase(string Words, bool IsFolded);
