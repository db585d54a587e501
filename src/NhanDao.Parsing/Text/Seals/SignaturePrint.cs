using System.Collections.Immutable;

namespace NhanDao.Parsing.Text.Seals;

/// <summary>A line of a signature as read the second time.</summary>
/// <param name="Words">Its words, on the page.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Spelling">How well it is spelt; see <see cref="SignatureWords.Judge"/>.</param>
internal sealed record SignaturePrint(ImmutableArray<PageWord> Words, SignatureWords.Holds Kind, int Spelling)
{
    /// <summary>Where the readings of a name differ, the best is a candidate and no more.</summary>
    private const double Disputed = 0.6;

    /// <summary>The confidence of a line before which there is unread ink.</summary>
    private const double PartlyRead = 0.3;

    /// <summary>A line is read clearly from this confidence on, and spelt as the lists do.</summary>
    private const double Clear = 0.85;

    private const int WellSpelt = 3;

    public double Left => Words.Min(w => w.Left);

    public double Top => Words.Min(w => w.Top);

    public double Bottom => Words.Max(w => w.Bottom);

    private double Right => Words.Max(w => w.Right);

    private double Centre => Words.Average(w => w.Top + w.Height / 2);

    private double Height => Words.Average(w => w.Height);

    private double Confidence => Words.Min(w => w.Confidence);

    private string Text => Joined(Words);

    /// <summary>Lines that read as part of a signature, among words read from the area.</summary>
    public static IEnumerable<SignaturePrint> In(ImmutableArray<PageWord> read, SignatureArea area)
    {
        foreach (var line in read.GroupBy(w => w.Line))
            foreach (var piece in Pieces(line.OrderBy(w => w.Left)))
                if (Best(piece) is { } best)
                    yield return best with { Words = [.. best.Words.Select(w => w with { Left = Math.Round(w.Left + area.Left, 2), Top = Math.Round(w.Top + area.Top, 2) })] };
    }

    /// <summary>Whether the first reading has a post and a name, both spelt as the lists do and read clearly: then no second one is needed.</summary>
    public static bool IsClear(ImmutableArray<PageWord> words, SignatureArea area)
    {
        var lines = words.Where(area.Holds).GroupBy(w => w.Line).SelectMany(line => Pieces(line.OrderBy(w => w.Left))).Select(Best).OfType<SignaturePrint>()
            .Where(l => l.Spelling == WellSpelt && l.Confidence >= Clear).ToList();
        return lines.Exists(l => l.Kind == SignatureWords.Holds.Name) && lines.Exists(l => l.Kind is SignatureWords.Holds.Post);
    }

    /// <summary>Whether a post and a name were each read twice in the same words, spelt as the lists do.</summary>
    public static bool Agree(List<SignaturePrint> lines) =>
        new[] { SignatureWords.Holds.Post, SignatureWords.Holds.Name }.All(kind =>
            lines.Where(l => l.Kind == kind && l.Spelling == WellSpelt).GroupBy(l => l.Text, StringComparer.Ordinal).Any(g => g.Count() > 1));

    /// <summary>The words of a page with the lines in the place of what was read worse there.</summary>
    public static ImmutableArray<PageWord> Merge(
        ImmutableArray<PageWord> words, List<SignaturePrint> lines, SignatureArea area, Func<SignaturePrint, bool> hasInkBefore)
    {
        var merged = words.ToList();
        var number = words.IsEmpty ? 0 : words.Max(w => w.Line) + 1;
        foreach (var readings in Rows(lines))
        {
            var best = readings[0];
            var before = merged.Where(w => area.Holds(w) && best.IsBeside(w)).OrderBy(w => w.Left).ToList();
            if (before.Count > 0 && Best(before) is { } first)
            {
                readings.Add(first);
                // An authority that the first reading made out stands: pen and seal seldom hide it, and its cue is soon lost.
                if (first.Kind == SignatureWords.Holds.Authority
                    || first.Spelling > best.Spelling || (first.Spelling == best.Spelling && first.Confidence >= best.Confidence))
                    best = first;
            }
            var most = best.Kind switch
            {
                SignatureWords.Holds.Name when readings.Exists(r => r.Text != best.Text) && readings.Count(r => r.Text == best.Text) < 2 => Disputed,
                SignatureWords.Holds.Post when hasInkBefore(best) => PartlyRead,
                _ => 1,
            };
            // A damaged «KT.» before a post, which the later readings lost with the pen's strokes, stays.
            var cue = best.Kind != SignatureWords.Holds.Post ? [] : before.FindAll(w => w.Right < best.Left + 4 && w.Text.Length < 5 && w.Text.Any(char.IsLetter));
            merged.RemoveAll(before.Contains);
            merged.AddRange(cue.Select(w => w with { Line = number }));
            merged.AddRange(best.Words.Select(w => w with { Line = number, Confidence = Math.Min(w.Confidence, most) }));
            number++;
        }
        return [.. merged];
    }

    /// <summary>Readings of the same line of print, the best first.</summary>
    private static List<List<SignaturePrint>> Rows(List<SignaturePrint> lines)
    {
        var rows = new List<List<SignaturePrint>>();
        foreach (var line in lines.OrderByDescending(l => l.Kind == SignatureWords.Holds.Authority).ThenByDescending(l => l.Spelling).ThenByDescending(l => l.Words.Length).ThenByDescending(l => l.Confidence))
        {
            var row = rows.Find(r => r[0].Words.Any(line.IsBeside));
            if (row is null)
                rows.Add([line]);
            else
                row.Add(line);
        }
        return rows;
    }

    private bool IsBeside(PageWord word) =>
        Math.Abs(word.Top + word.Height / 2 - Centre) < 0.6 * Height && word.Left < Right + 12 && word.Right > Left - 12;

    private static IEnumerable<List<PageWord>> Pieces(IEnumerable<PageWord> line)
    {
        var piece = new List<PageWord>();
        foreach (var word in line)
        {
            if (piece.Count > 0 && word.Left - piece[^1].Right > 2 * Math.Min(14, Math.Max(word.Height, piece[^1].Height)))
            {
                yield return piece;
                piece = [];
            }
            piece.Add(word);
        }
        if (piece.Count > 0)
            yield return piece;
    }

    /// <summary>What reads best as a line of a signature when up to two words of dirt are left off either end.</summary>
    private static SignaturePrint? Best(List<PageWord> piece)
    {
        SignaturePrint? best = null;
        for (var from = 0; from <= 2; from++)
            for (var to = piece.Count; to >= piece.Count - 2 && to > from; to--)
            {
                var words = piece.GetRange(from, to - from);
                var (kind, spelling) = SignatureWords.Judge(Joined(words));
                if (kind != SignatureWords.Holds.Nothing && (best is null || spelling > best.Spelling || (spelling == best.Spelling && words.Count > best.Words.Length)))
                    best = new([.. words], kind, spelling);
            }
        return best;
    }

    private static string Joined(IEnumerable<PageWord> words)
    {
        var line = string.Join(' ', words.Select(w => w.Text)).AsSpan();
        while (line.Length > 0 && !char.IsLetter(line[0]))
            line = line[1..];
        while (line.Length > 0 && !char.IsLetter(line[^1]))
            line = line[..^1];
        return line.ToString();
    }
}
