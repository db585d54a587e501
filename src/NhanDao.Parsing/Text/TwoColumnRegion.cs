namespace NhanDao.Parsing.Text;

/// <summary>Rows of a page that stand in two columns: a letterhead, or the foot with Nơi nhận and signature.</summary>
/// <param name="First">Index of the first row.</param>
/// <param name="Last">Index of the last row.</param>
/// <param name="Gutter">Where the columns part; fragments whose middle is left of it are the left column's.</param>
/// <param name="Part">Letterhead or foot.</param>
internal readonly record struct TwoColumnRegion(int First, int Last, double Gutter, PagePart Part)
{
    /// <summary>
    /// Whether a fragment is the left column's: in a letterhead by its middle («V/v» lines may run on under the date), in
    /// a foot by its start (dirt of the seal may lengthen it).
    /// </summary>
    public bool HasLeft(Fragment fragment) => (Part == PagePart.Foot ? fragment.Left : fragment.Middle) < Gutter;

    /// <summary>The gap that starts a region, and the gap that keeps one going, in character widths.</summary>
    private const double StartingGap = 2.5, KeepingGap = 1.6;

    /// <summary>Regions from the top; what stands in columns without being a letterhead or a foot is a table and keeps its rows.</summary>
    public static List<TwoColumnRegion> Find(List<Row> rows, PrintSize size, bool firstPage)
    {
        var regions = new List<TwoColumnRegion>();
        var kinds = rows.ConvertAll(RowCues.Of);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Fragments.Count < 2 || IsTableRow(rows[i]))
                continue;
            var from = regions.Count > 0 ? regions[^1].Last + 1 : 0;
            if (Best(rows, kinds, i, from, size, firstPage) is not { } region)
                continue;
            regions.Add(region);
            i = region.Last;
        }
        return regions;
    }

    /// <summary>The gutter inside the left column of a foot, when signature words stand on its right; null when there is none.</summary>
    public static TwoColumnRegion? SecondSignature(List<Row> rows, PrintSize size)
    {
        if (rows.Count < 2)
            return null;
        var column = size with { Left = rows.Min(r => r.Left), Right = rows.Max(r => r.Right) };
        foreach (var region in Find(rows, column, firstPage: false))
        {
            var right = rows.SelectMany(r => r.Fragments).Where(f => !region.HasLeft(f));
            if (region.Part == PagePart.Foot && right.Any(f => ColumnCues.IsFoot(f.Folded)))
                return region;
        }
        return null;
    }

    private static TwoColumnRegion? Best(List<Row> rows, List<RowCues> cues, int seed, int from, PrintSize size, bool firstPage)
    {
        (TwoColumnRegion Region, int Both, double Gap)? best = null;
        var row = rows[seed];
        for (var f = 1; f < row.Fragments.Count; f++)
        {
            if (row.Fragments[f].IsDirt || row.Fragments[f - 1].IsDirt)
                continue;
            double left = row.Fragments[f - 1].Right, right = row.Fragments[f].Left;
            var middle = (left + right) / 2;
            if (right - left < StartingGap * size.CharacterWidth
                || middle < size.Left + (0.2 * size.Width) || middle > size.Left + (0.8 * size.Width))
                continue;
            if (Grow(rows, cues, seed, from, left, right, size, firstPage) is { } grown
                && (best is not { } b || grown.Both > b.Both || (grown.Both == b.Both && grown.Gap > b.Gap)))
                best = grown;
        }
        return best?.Region;
    }

    private static (TwoColumnRegion Region, int Both, double Gap)? Grow(
        List<Row> rows, List<RowCues> cues, int seed, int from, double left, double right, PrintSize size, bool firstPage)
    {
        var gutter = new FreeStrip(left, right, KeepingGap * size.CharacterWidth);
        int first = seed, last = seed, both = 0, firstBoth = seed, lastBoth = seed;
        bool letterhead = false, motto = false, foot = false;
        for (var i = seed; i >= from; i--)
        {
            var side = gutter.Narrow(rows[i], keepLeft: i == seed);
            if (side == Side.Across || IsTableRow(rows[i]) || (i < seed && (cues[i].EndsLetterhead || cues[i].Annex || (letterhead && IsFarAbove(rows, i, size)))))
                break;
            (first, letterhead, motto, foot) = (i, letterhead || cues[i].Letterhead, motto || cues[i].Motto, foot || cues[i].Foot);
            if (side == Side.Both)
                (both, firstBoth) = (both + 1, i);
        }
        for (var i = seed + 1; i < rows.Count; i++)
        {
            if (cues[i].EndsLetterhead || (letterhead && IsFarAbove(rows, i - 1, size)))
                break;
            if (foot && (cues[i].Motto || cues[i].Annex))
                break; // the next letter or an annex begins on the same page
            var side = gutter.Narrow(rows[i]);
            if (side == Side.Across && foot && !letterhead && rows[i].Fragments.TrueForAll(f => f.Left < gutter.Left) && rows[i].Right < size.Right - (5 * size.CharacterWidth))
                side = Side.Left; // a recipient's line with dirt of the seal behind it
            if (side == Side.Across && letterhead && !foot && Continues(rows[i], rows[i - 1], gutter, size))
                side = Side.Left;
            if (side == Side.Across)
                break;
            (last, letterhead, motto, foot) = (i, letterhead || cues[i].Letterhead, motto || cues[i].Motto, foot || cues[i].Foot);
            if (side == Side.Both)
                (both, lastBoth) = (both + 1, i);
        }
        if (!motto && !foot && !(firstPage && ((letterhead && first <= 8) || (first == 0 && both >= 2))))
            return null;
        if (foot && !letterhead)
            while (first < firstBoth && !cues[first].Foot)
                first++;
        else
            while (last > lastBoth && rows[last].Centre - rows[last - 1].Centre > 2.2 * size.LineHeight)
                last--;
        return (new(first, last, gutter.Middle, foot && !letterhead ? PagePart.Foot : PagePart.Letterhead), both, gutter.Right - gutter.Left);
    }

    /// <summary>Cells beside each other are a row of a table: four, three of them with more than a stamp's or a pen's specks.</summary>
    private static bool IsTableRow(Row row) => row.Fragments.Count >= 4 && row.Fragments.Count(f => !f.IsDirt && f.Folded.Length >= 5) >= 3;

    /// <summary>Whether so much room follows a row that no letterhead goes on.</summary>
    private static bool IsFarAbove(List<Row> rows, int row, PrintSize size) =>
        rows[row + 1].Centre - rows[row].Centre > 5 * size.LineHeight;

    /// <summary>A «V/v» line that runs on under the date: too long for the gutter, but below the left column and no body line.</summary>
    private static bool Continues(Row row, Row above, FreeStrip gutter, PrintSize size)
    {
        if (row.Fragments.Count > 1 || row.Centre - above.Centre > 1.8 * size.LineHeight)
            return false;
        var line = row.Fragments[0];
        var over = above.Fragments[0];
        return line.Width < 0.6 * size.Width && line.Middle < gutter.Left && over.Middle < gutter.Left
            && Math.Abs(line.Middle - over.Middle) < 5 * size.CharacterWidth;
    }

    private enum Side
    {
        Left,
        Right,
        Both,
        Across,
    }

    /// <summary>The free strip between two columns; every row may narrow it.</summary>
    private sealed class FreeStrip(double left, double right, double least)
    {
        public double Left { get; private set; } = left;

        public double Right { get; private set; } = right;

        public double Middle => (Left + Right) / 2;

        /// <summary>Which side of the strip a row stands on; narrows the strip to what the row leaves free.</summary>
        /// <param name="row">The row.</param>
        /// <param name="keepLeft">False to leave the strip as it is when the row stands on the left alone: it may be a
        /// paragraph's last line above the foot.</param>
        public Side Narrow(Row row, bool keepLeft = true)
        {
            double left = Left, right = Right, middle = Middle;
            bool hasLeft = false, hasRight = false;
            foreach (var fragment in row.Fragments)
                if (fragment.IsDirt)
                    continue;
                else if (fragment.Middle < middle)
                    (left, hasLeft) = (Math.Max(left, fragment.Right), true);
                else
                    (right, hasRight) = (Math.Min(right, fragment.Left), true);
            if (right - left < least)
                return Side.Across;
            if (keepLeft || hasRight)
                (Left, Right) = (left, right);
            return !hasLeft && !hasRight ? Side.Left : hasLeft && hasRight ? Side.Both : hasLeft ? Side.Left : Side.Right;
        }
    }

    private readonly record struct RowCues(bool Letterhead, bool Motto, bool Foot, bool EndsLetterhead, bool Annex)
    {
        public static RowCues Of(Row row)
        {
            bool letterhead = false, motto = false, foot = false, ends = false, annex = false;
            foreach (var fragment in row.Fragments)
            {
                var folded = fragment.Folded;
                letterhead |= ColumnCues.IsLetterhead(folded);
                motto |= ColumnCues.IsMotto(folded);
                foot |= ColumnCues.IsFoot(folded);
                ends |= ColumnCues.EndsLetterhead(folded);
                annex |= ColumnCues.IsAnnex(folded);
            }
            return new(letterhead, motto, foot, ends, annex);
        }
    }
}
