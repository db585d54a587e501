using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>Phrases of several words, found in a run of words by the longest that fits; compared folded.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<string[]>> byFirstWord = new(StringComparer.Ordinal);

    public PhraseIndex(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var words = phrase.Split(' ');
            var first = Folding.Fold(words[0]);
            if (!byFirstWord.TryGetValue(first, out var list))
                byFirstWord[first] = list = [];
            list.Add(words);
        }
        foreach (var list in byFirstWord.Values)
            list.Sort((a, b) => b.Length - a.Length);
    }

    /// <summary>The words, as the vocabulary writes them, of the longest phrase that begins at <paramref name="start"/>; empty when none does.</summary>
    public ReadOnlySpan<string> LongestAt(ReadOnlySpan<string> folded, int start)
    {
        if (byFirstWord.TryGetValue(folded[start], out var list))
            foreach (var words in list)
                if (Fits(words, folded[start..]))
                    return words;
        return [];
    }

    private static bool Fits(string[] words, ReadOnlySpan<string> folded)
    {
        if (words.Length > folded.Length)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (!Folding.Fold(words[i]).AsSpan().SequenceEqual(folded[i]))
                return false;
        return true;
    }
}
