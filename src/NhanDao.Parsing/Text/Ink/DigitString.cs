using System.Collections.Immutable;
using System.Globalization;

namespace NhanDao.Parsing.Text.Ink;

/// <summary>
/// Reads a row of handwritten digits: cuts the ink in more places than needed, asks the net what each run of pieces shows, and
/// keeps the most probable ways to read the whole row.
/// </summary>
internal static class DigitString
{
    private const int Keep = 6;

    /// <summary>The likeliest readings, best first, their probabilities summing to at most 1.</summary>
    /// <param name="slot">The ink of the slot.</param>
    /// <param name="digitHeight">About how tall a digit is, in pixels.</param>
    /// <param name="net">The net.</param>
    public static ImmutableArray<InkCandidate> Read(GreyPicture slot, double digitHeight, DigitNet net)
    {
        var cuts = Cuts(slot, digitHeight);
        if (cuts.Count < 2)
            return [];
        var paths = new List<(string Digits, double Score)>[cuts.Count];
        paths[0] = [("", 0)];
        for (var end = 1; end < cuts.Count; end++)
        {
            paths[end] = [];
            for (var start = end - 1; start >= 0 && cuts[end] - cuts[start] <= 1.35 * digitHeight; start--)
                if (paths[start].Count > 0)
                    Extend(paths[start], paths[end], slot, cuts[start], cuts[end], digitHeight, net);
            paths[end] = [.. paths[end].GroupBy(p => p.Digits).Select(g => (g.Key, LogSum(g.Select(p => p.Score)))).OrderByDescending(p => p.Item2).Take(Keep)];
        }
        // What the net takes for no digit keeps its share: a slot of scribbles has no sure reading.
        var total = Math.Max(1, paths[^1].Sum(p => Math.Exp(p.Score)));
        return [.. paths[^1].Where(p => p.Digits.Length > 0).Select(p => new InkCandidate(p.Digits, Math.Round(Math.Exp(p.Score) / total, 4)))];
    }

    private static void Extend(
        List<(string Digits, double Score)> before, List<(string Digits, double Score)> into, GreyPicture slot, int left, int right, double digitHeight, DigitNet net)
    {
        if (slot.Cut(left, right) is not { } piece)
        {
            into.AddRange(before); // paper between two digits
            return;
        }
        if (IsDirt(piece, digitHeight))
        {
            into.AddRange(before.Select(p => (p.Digits, p.Score + Math.Log(0.9))));
            return;
        }
        if (piece.Height < 0.4 * digitHeight || piece.Width > 1.4 * Math.Max(piece.Height, digitHeight))
            return;
        var probabilities = net.Classify(piece.ForNet());
        var digits = Enumerable.Range(0, 10).Where(d => probabilities[d] > 0.01).OrderByDescending(d => probabilities[d]).Take(4);
        foreach (var digit in digits)
            foreach (var (text, score) in before)
                into.Add((text + digit.ToString(CultureInfo.InvariantCulture), score + Math.Log(probabilities[digit])));
    }

    private static bool IsDirt(GreyPicture piece, double digitHeight) =>
        piece.Height < 0.25 * digitHeight && piece.Width < 0.6 * digitHeight;

    /// <summary>Columns where a digit may begin or end: borders of connected ink, and thin places within wide ink.</summary>
    private static List<int> Cuts(GreyPicture slot, double digitHeight)
    {
        var columns = new double[slot.Width];
        for (var x = 0; x < slot.Width; x++)
            for (var y = 0; y < slot.Height; y++)
                columns[x] += slot[x, y];

        var cuts = new List<int>();
        for (var x = 0; x < slot.Width; x++)
            if (columns[x] > 0.5)
            {
                var end = x;
                while (end < slot.Width && columns[end] > 0.5)
                    end++;
                cuts.Add(x);
                if (end - x > 0.75 * digitHeight)
                    AddThinPlaces(cuts, columns, x, end, digitHeight);
                cuts.Add(end);
                x = end;
            }
        return cuts;
    }

    private static void AddThinPlaces(List<int> cuts, double[] columns, int from, int to, double digitHeight)
    {
        var clear = (int)Math.Max(2, 0.22 * digitHeight);
        for (var x = from + clear; x < to - clear; x++)
        {
            var window = columns.AsSpan(Math.Max(from, x - clear / 2), Math.Min(to - x + clear / 2, clear));
            var thinnest = true;
            foreach (var column in window)
                thinnest &= columns[x] <= column;
            if (thinnest && columns[x] < 0.45 * digitHeight && x - cuts[^1] >= clear / 2)
                cuts.Add(x);
        }
    }

    private static double LogSum(IEnumerable<double> logs)
    {
        var all = logs.ToList();
        var top = all.Max();
        return top + Math.Log(all.Sum(l => Math.Exp(l - top)));
    }
}
