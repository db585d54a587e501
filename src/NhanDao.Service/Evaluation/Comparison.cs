using System.Text;
using System.Text.RegularExpressions;

namespace NhanDao.Service.Evaluation;

/// <summary>When two printed texts count as the same, and how near they are otherwise.</summary>
internal static partial class Comparison
{
    private const string Closing = " .,;:-*";

    /// <summary>
    /// Folds what does not count: tone placement (hoà = hòa), quotes, dashes, spacing, case and closing punctuation.
    /// Every letter, tone mark and digit stays.
    /// </summary>
    public static string Fold(string? text)
    {
        if (text is null)
            return "";
        var normal = new StringBuilder(text.Normalize()).Replace('Ð', 'Đ').Replace('ð', 'đ');
        for (var i = 0; i < normal.Length; i++)
            normal[i] = normal[i] switch
            {
                '“' or '”' or '„' or '«' or '»' or '″' => '"',
                '‘' or '’' or '′' => '\'',
                '–' or '—' or '‐' or '‑' or '−' => '-',
                var c => c,
            };

        var folded = new StringBuilder();
        foreach (var run in Runs(CaseFolding.Fold(normal.ToString())))
            AppendWithTonesLast(folded, run);
        var spaced = AroundPunctuation.Replace(Single(folded.ToString()), "$1");
        return spaced.Trim(Closing.ToCharArray());
    }

    /// <summary>Levenshtein similarity, 0–1; 0 when the lengths differ by more than half.</summary>
    public static double Similarity(string a, string b)
    {
        if (a == b)
            return 1;
        int[] x = Runes(a), y = Runes(b);
        if (x.Length == 0 || y.Length == 0 || Math.Abs(x.Length - y.Length) > 0.5 * Math.Max(x.Length, y.Length))
            return 0;
        var previous = Enumerable.Range(0, y.Length + 1).ToArray();
        var current = new int[y.Length + 1];
        for (var i = 1; i <= x.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= y.Length; j++)
                current[j] = Math.Min(
                    Math.Min(previous[j] + 1, current[j - 1] + 1),
                    previous[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return 1 - ((double)previous[^1] / Math.Max(x.Length, y.Length));
    }

    /// <summary>One-to-one matching, best pair first; pairs of indexes into the two lists.</summary>
    public static List<(int Gold, int Found)> Match<T>(
        IReadOnlyList<T> gold, IReadOnlyList<T> found, Func<T, T, double> similarity, double floor)
    {
        var pairs =
            from i in Enumerable.Range(0, gold.Count)
            from j in Enumerable.Range(0, found.Count)
            let s = similarity(gold[i], found[j])
            where s >= floor
            orderby s descending, i descending, j descending
            select (i, j);
        HashSet<int> usedGold = [], usedFound = [];
        var matched = new List<(int, int)>();
        foreach (var (i, j) in pairs)
        {
            if (usedGold.Contains(i) || usedFound.Contains(j))
                continue;
            usedGold.Add(i);
            usedFound.Add(j);
            matched.Add((i, j));
        }
        return matched;
    }

    private static int[] Runes(string text) => [.. text.EnumerateRunes().Select(r => r.Value)];

    // Runs of word characters and runs of others, in turn.
    private static IEnumerable<string> Runs(string text)
    {
        var run = new StringBuilder();
        bool? inWord = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var isWord = PythonText.IsWord(rune);
            if (isWord != inWord && run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
            inWord = isWord;
            run.Append(rune);
        }
        if (run.Length > 0)
            yield return run.ToString();
    }

    private static void AppendWithTonesLast(StringBuilder folded, string run)
    {
        var parts = run.Normalize(NormalizationForm.FormD);
        var (letters, tones) = (parts.Where(c => !IsTone(c)), parts.Where(IsTone).Order());
        folded.Append(string.Concat(letters).Normalize()).Append(string.Concat(tones));
    }

    // The five tones: huyền, sắc, ngã, hỏi, nặng.
    private static bool IsTone(char c) => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    private static string Single(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!PythonText.IsSpace(c))
                single.Append(c);
            else if (single.Length > 0 && single[^1] != ' ')
                single.Append(' ');
        if (single.Length > 0 && single[^1] == ' ')
            single.Length--;
        return single.ToString();
    }

    /// <summary>«số : 12 / KH» = «số:12/KH».</summary>
    [GeneratedRegex(" ?([,;:/().-]) ?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AroundPunctuation { get; }
}
