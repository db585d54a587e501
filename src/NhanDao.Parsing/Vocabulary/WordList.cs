using System.Collections.Frozen;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Vocabulary;

/// <summary>
/// A closed vocabulary that a misread word or phrase is mended by: the entry whose key is nearest, when exactly one is.
/// A key is the folded text without anything but letters and digits, so lost marks and split words cost nothing.
/// </summary>
internal sealed class WordList
{
    private readonly FrozenDictionary<string, string> entries;
    private readonly ILookup<int, KeyValuePair<string, string>> byLength;

    public WordList(IEnumerable<string> phrases)
    {
        entries = phrases.Where(p => p.Length > 0).DistinctBy(Key).ToFrozenDictionary(Key, p => p, StringComparer.Ordinal);
        byLength = entries.ToLookup(e => e.Key.Length);
    }

    /// <summary>Letters and digits of <paramref name="text"/>, folded: «Uỷ  ban» is «uyban».</summary>
    public static string Key(string text) => string.Create(text.Count(char.IsLetterOrDigit), text, static (key, source) =>
    {
        var i = 0;
        foreach (var c in source)
            if (char.IsLetterOrDigit(c))
                key[i++] = Folding.Fold(c);
    });

    /// <summary>The entry that differs from <paramref name="text"/> in marks, case and spaces at most; null when there is none.</summary>
    public string? Exactly(string text) => entries.GetValueOrDefault(Key(text));

    /// <summary>
    /// The one entry nearest to <paramref name="text"/> in at most <paramref name="distance"/> letters added, lost or changed;
    /// null when none is that near or two are equally near.
    /// </summary>
    public string? Nearest(string text, int distance) => Nearest(text, distance, out _);

    /// <inheritdoc cref="Nearest(string, int)"/>
    public string? Nearest(string text, int distance, out int found)
    {
        var key = Key(text);
        found = 0;
        if (entries.TryGetValue(key, out var same))
            return same;
        string? best = null;
        found = distance + 1;
        for (var length = Math.Max(1, key.Length - distance); length <= key.Length + distance; length++)
            foreach (var (candidate, phrase) in byLength[length])
            {
                var difference = Difference(key, candidate, found);
                if (difference > found)
                    continue;
                best = difference < found ? phrase : null;
                found = difference;
            }
        return found <= distance ? best : null;
    }

    /// <summary>Levenshtein distance, or <paramref name="limit"/> + 1 when it is larger than <paramref name="limit"/>.</summary>
    public static int Difference(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        Span<int> row = b.Length < 128 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var smallest = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
                smallest = Math.Min(smallest, row[j]);
            }
            if (smallest > limit)
                return limit + 1;
        }
        return Math.Min(row[^1], limit + 1);
    }
}
