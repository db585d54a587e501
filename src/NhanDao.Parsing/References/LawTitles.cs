using System.Collections.Frozen;
using System.Collections.Immutable;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.References;

/// <summary>Names of laws, codes and ordinances (Vocabulary/law_titles.tsv), found word by word without marks.</summary>
internal static class LawTitles
{
    private sealed record Title(string Name, ImmutableArray<string> Words);

    /// <summary>By kind and first word, longest first.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<Title>> ByStart = Load();

    /// <summary>The longest known title of <paramref name="kind"/> («Luật») that starts at <paramref name="at"/>; commas do not count.</summary>
    public static string? Match(CitedText text, string kind, int at, out int end)
    {
        end = at;
        var first = text.Folded[at..Math.Min(text.WordEnd(at), text.Length)];
        if (!ByStart.TryGetValue($"{Folding.Fold(kind)} {first}", out var titles))
            return null;
        foreach (var title in titles)
            if (EndOf(text, at, title.Words) is > 0 and var found)
            {
                end = found;
                return title.Name;
            }
        return null;
    }

    private static int EndOf(CitedText text, int at, ImmutableArray<string> words)
    {
        var p = at;
        var end = at;
        foreach (var word in words)
        {
            while (p > at && text[p] is ' ' or ',' or '-' or '/' or '(' or ')' or '"')
                p++;
            if (!text.Reads(p, word))
                return -1;
            end = p += word.Length;
        }
        return end;
    }

    private static FrozenDictionary<string, ImmutableArray<Title>> Load()
    {
        var titles = new Dictionary<string, List<Title>>(StringComparer.Ordinal);
        foreach (var (kind, name) in VocabularyTable.Open("law_titles").Columns("kind", "title"))
        {
            var words = Folding.Fold(name).Split([' ', ',', '-', '/', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
            var key = $"{Folding.Fold(kind)} {words[0]}";
            (titles.TryGetValue(key, out var list) ? list : titles[key] = []).Add(new(name, [.. words]));
        }
        return titles.ToFrozenDictionary(t => t.Key, t => t.Value.OrderByDescending(x => x.Words.Length).ToImmutableArray(), StringComparer.Ordinal);
    }
}
