namespace NhanDao.Benchmarks;

/// <summary>How a text that was read differs from the true one, word by word.</summary>
/// <param name="Letters">Letters of the true text, spaces counted.</param>
/// <param name="LetterErrors">Letters that differ.</param>
/// <param name="Words">Words of the true text.</param>
/// <param name="WordErrors">Words that differ or were not read.</param>
/// <param name="Added">Words read where the true text has none: of seals, pen strokes, dust.</param>
internal readonly record struct TextErrors(int Letters, int LetterErrors, int Words, int WordErrors, int Added)
{
    public double LetterRate => Letters == 0 ? 0 : (double)LetterErrors / Letters;

    public double WordRate => Words == 0 ? 0 : (double)WordErrors / Words;

    public static TextErrors operator +(TextErrors a, TextErrors b) =>
        new(a.Letters + b.Letters, a.LetterErrors + b.LetterErrors, a.Words + b.Words, a.WordErrors + b.WordErrors, a.Added + b.Added);

    /// <summary>Compares words in order. Letters are compared within the words that stand opposite each other.</summary>
    /// <param name="truth">The true words.</param>
    /// <param name="read">The words read.</param>
    /// <param name="opposite">For each true word what was read in its place: null where nothing was.</param>
    public static TextErrors Of(string[] truth, string[] read, out string?[] opposite)
    {
        opposite = new string?[truth.Length];
        int letters = 0, wordErrors = 0, added = 0;
        foreach (var (at, other) in Align(truth, read))
        {
            if (at < 0)
            {
                added++;
                continue;
            }
            var found = other < 0 ? null : read[other];
            opposite[at] = found;
            if (truth[at] == found)
                continue;
            wordErrors++;
            letters += found is null ? truth[at].Length + 1 : Distance(truth[at], found); // with the space beside it
        }
        return new(truth.Sum(w => w.Length + 1), letters, truth.Length, wordErrors, added);
    }

    /// <summary>Pairs of indices, -1 where one side has nothing, with the fewest differing letters.</summary>
    private static List<(int Truth, int Read)> Align(string[] truth, string[] read)
    {
        var cost = new int[truth.Length + 1, read.Length + 1];
        for (var i = 0; i <= truth.Length; i++)
            for (var j = 0; j <= read.Length; j++)
                cost[i, j] = (i, j) switch
                {
                    (0, 0) => 0,
                    (0, _) => cost[0, j - 1] + read[j - 1].Length + 1,
                    (_, 0) => cost[i - 1, 0] + truth[i - 1].Length + 1,
                    _ => Math.Min(cost[i - 1, j - 1] + Change(truth[i - 1], read[j - 1]),
                        Math.Min(cost[i - 1, j] + truth[i - 1].Length + 1, cost[i, j - 1] + read[j - 1].Length + 1)),
                };

        var pairs = new List<(int, int)>();
        for (int i = truth.Length, j = read.Length; i > 0 || j > 0;)
            if (i > 0 && j > 0 && cost[i, j] == cost[i - 1, j - 1] + Change(truth[i - 1], read[j - 1]))
                pairs.Add((--i, --j));
            else if (i > 0 && cost[i, j] == cost[i - 1, j] + truth[i - 1].Length + 1)
                pairs.Add((--i, -1));
            else
                pairs.Add((-1, --j));
        pairs.Reverse();
        return pairs;
    }

    // Enough to tell words apart; the letters are counted where the words stand opposite each other.
    private static int Change(string a, string b) =>
        a == b ? 0 : a.Length == b.Length ? Math.Max(1, a.Zip(b).Count(p => p.First != p.Second)) : Distance(a, b);

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(corner + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1);
                (corner, row[j]) = (row[j], best);
            }
        }
        return row[^1];
    }
}
