using System.Buffers;

namespace NhanDao.Parsing.Text;

/// <summary>
/// Words of a page to rows of fragments. The lines of the source are a hint only: OCR joins the left and the right
/// column into one line, and cuts a skewed line in two.
/// </summary>
internal static class PrintedRows
{
    /// <summary>A gap of so many character widths ends a fragment.</summary>
    private const double FragmentGap = 1.7;

    private static readonly SearchValues<char> Specks = SearchValues.Create("_.,:;|'`‘’^¬°ˆ\\<>{}[]=·");

    public static List<PlacedWord> Straighten(ReadPage page)
    {
        var slope = page.Method == Model.ReadingMethod.Typed ? 0 : Slope(page);
        var words = new List<PlacedWord>(page.Words.Length);
        foreach (var word in page.Words)
            if (CanonicalWord.Of(word.Text) is { Length: > 0 } text)
                words.Add(new(text, word, word.Top + (word.Height / 2) - (slope * (word.Left + (word.Width / 2)))));
        return words;
    }

    public static List<Fragment> Fragments(List<PlacedWord> words, PrintSize size)
    {
        var fragments = new List<Fragment>();
        foreach (var line in SourceLines(words))
        {
            line.Sort((a, b) => a.Left.CompareTo(b.Left));
            var start = 0;
            for (var i = 1; i <= line.Count; i++)
                if (i == line.Count || line[i].Left - line[i - 1].Right > FragmentGap * size.CharacterWidth
                    || IsLooseDirt(line, i, size) || IsLooseDirt(line, i - 1, size) || line[i].Left < line[start].Left - size.CharacterWidth)
                {
                    fragments.Add(new(line[start..i]));
                    start = i;
                }
        }
        fragments.Sort((a, b) => a.Centre.CompareTo(b.Centre));
        return fragments;
    }

    /// <summary>A speck or stroke that stands apart; a dash is no dirt, it starts an item.</summary>
    private static bool IsLooseDirt(List<PlacedWord> line, int at, PrintSize size) =>
        !line[at].Text.AsSpan().ContainsAnyExcept(Specks)
        && (at == 0 || line[at].Left - line[at - 1].Right > 0.7 * size.CharacterWidth)
        && (at + 1 == line.Count || line[at + 1].Left - line[at].Right > 0.7 * size.CharacterWidth);

    /// <summary>Fragments beside each other in one row, from the top; each fragment must be sorted by its centre.</summary>
    public static List<Row> Rows(IEnumerable<Fragment> fragments, PrintSize size)
    {
        var rows = new List<Row>();
        foreach (var fragment in fragments)
        {
            Row? best = null;
            var nearest = 0.45 * size.LineHeight;
            for (var i = rows.Count - 1; i >= 0 && i >= rows.Count - 6; i--)
            {
                var distance = Math.Abs(rows[i].Centre - fragment.Centre);
                if (distance < nearest && !Overlaps(rows[i], fragment))
                    (best, nearest) = (rows[i], distance);
            }
            if (best is null)
                rows.Add(new(fragment));
            else
                best.Add(fragment);
        }
        rows.Sort((a, b) => a.Centre.CompareTo(b.Centre));
        return rows;
    }

    private static bool Overlaps(Row row, Fragment fragment)
    {
        foreach (var other in row.Fragments)
        {
            var shared = Math.Min(other.Right, fragment.Right) - Math.Max(other.Left, fragment.Left);
            if (shared > 0.3 * Math.Min(other.Width, fragment.Width))
                return true;
        }
        return false;
    }

    private static IEnumerable<List<PlacedWord>> SourceLines(List<PlacedWord> words)
    {
        var lines = new List<PlacedWord>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && lines[^1].Source.Line != word.Source.Line)
            {
                yield return lines;
                lines = [];
            }
            lines.Add(word);
        }
        if (lines.Count > 0)
            yield return lines;
    }

    /// <summary>How far the text falls for each unit to the right: the median over the long lines of the source.</summary>
    private static double Slope(ReadPage page)
    {
        var slopes = new List<double>();
        for (int start = 0, i = 1; i <= page.Words.Length; i++)
            if (i == page.Words.Length || page.Words[i].Line != page.Words[start].Line)
            {
                var line = page.Words.AsSpan()[start..i];
                if (line.Length >= 6 && line[^1].Right - line[0].Left > 0.4 * page.Width)
                    slopes.Add(Slope(line));
                start = i;
            }
        if (slopes.Count < 3)
            return 0;
        slopes.Sort();
        var median = slopes[slopes.Count / 2];
        return Math.Abs(median) < 0.08 ? median : 0; // more than five degrees is no skew
    }

    private static double Slope(ReadOnlySpan<PageWord> line)
    {
        double x = 0, y = 0, xx = 0, xy = 0;
        foreach (var word in line)
        {
            x += word.Left + (word.Width / 2);
            y += word.Top + (word.Height / 2);
        }
        x /= line.Length;
        y /= line.Length;
        foreach (var word in line)
        {
            var dx = word.Left + (word.Width / 2) - x;
            xx += dx * dx;
            xy += dx * (word.Top + (word.Height / 2) - y);
        }
        return xx > 0 ? xy / xx : 0;
    }
}
