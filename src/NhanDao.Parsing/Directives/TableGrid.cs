using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Directives;

/// <summary>A word in a table, with its place.</summary>
internal readonly record struct TableWord(TextSpan Span, PageBox Place, double Confidence, bool Capital);

/// <summary>The columns of a table as they stand on the page: what each holds, and the gutters between them.</summary>
internal sealed class TableGrid(ImmutableArray<TaskColumn> columns, ImmutableArray<double> gutters, int headLines)
{
    private const int LongestHead = 5, LinesForGutters = 40;

    /// <summary>Words of a head cell stand closer than this, in widths of a character.</summary>
    private const double CellGap = 1.15;

    public ImmutableArray<TaskColumn> Columns { get; } = columns;

    /// <summary>How many lines the head row takes.</summary>
    public int HeadLines { get; } = headLines;

    public int ColumnAt(PageBox place)
    {
        var middle = (place.Left + place.Right) / 2;
        var column = 0;
        while (column < gutters.Length && middle > gutters[column])
            column++;
        return column;
    }

    /// <summary>How many gutters have a word over them, by more than a stroke's width.</summary>
    public int Crossed(List<TableWord> line) => gutters.Count(gutter => line.Exists(w => w.Place.Left < gutter - 2 && w.Place.Right > gutter + 2));

    /// <summary>Whether a line pays no heed to the columns: its words stand on two gutters, or run over columns without a gap like that between cells.</summary>
    public bool IsRunningText(List<TableWord> line)
    {
        var (first, last) = (ColumnAt(line[0].Place), ColumnAt(line[^1].Place));
        return Crossed(line) >= 2 || (last > first && last > 1 && Fragments(line, CellGap * CharacterWidth(line)).Count() == 1);
    }

    private static double CharacterWidth(List<TableWord> line) => line.Sum(w => w.Place.Width) / line.Sum(w => w.Span.Length);

    /// <summary>The grid of the table whose head row begins at a line; null when none does.</summary>
    /// <param name="lines">Lines of the body as words.</param>
    /// <param name="at">The line.</param>
    /// <param name="bare">The words at a span without marks.</param>
    public static TableGrid? Find(List<List<TableWord>> lines, int at, Func<TextSpan, string> bare)
    {
        if (lines[at].Count == 0 || !TableHeader.MayBegin(string.Join(' ', lines[at].Select(w => bare(w.Span)))))
            return null;
        var page = lines[at][0].Place.Page;
        var character = CharacterWidth(lines[at]);
        TableGrid? best = null;
        var cells = new List<HeadCell>();
        for (var n = 0; n < LongestHead && at + n < lines.Count && lines[at + n] is [var first, ..] line && first.Place.Page == page; n++)
        {
            if (best is not null && !GoesOn(cells, line, bare))
                break;
            foreach (var cell in Fragments(line, CellGap * character))
                Join(cells, cell);
            cells.Sort((a, b) => a.Left.CompareTo(b.Left));
            ImmutableArray<TaskColumn> columns = [.. cells.Select(c => TableHeader.Of(Text(c, bare)))];
            if (cells.Exists(c => c.Words.Count > 9))
                break;
            if (TableHeader.IsTaskTable(columns) && columns.Count(c => c == TaskColumn.Task) == 1)
                best = new(columns, Gutters(cells, lines, at + n + 1, page), n + 1);
        }
        return best;
    }

    /// <summary>Whether a line still belongs to a head row that is complete: it holds no number, no task, and stands under cells that had words before.</summary>
    private static bool GoesOn(List<HeadCell> cells, List<TableWord> line, Func<TextSpan, string> bare) =>
        line.Count <= 8 && line.TrueForAll(w => cells.Exists(c => w.Place.Left < c.Right && w.Place.Right > c.Left) && !char.IsDigit(bare(w.Span)[0]))
        && !line.Exists(w => cells.Find(c => w.Place.Left < c.Right && w.Place.Right > c.Left) is { } cell
            && TableHeader.Of(Text(cell, bare)) is TaskColumn.Number or TaskColumn.Task);

    private static string Text(HeadCell cell, Func<TextSpan, string> bare) => string.Join(' ', cell.Words.Select(w => bare(w.Span)));

    private static IEnumerable<HeadCell> Fragments(List<TableWord> line, double gap)
    {
        HeadCell? cell = null;
        foreach (var word in line.OrderBy(w => w.Place.Left))
        {
            if (cell is not null && word.Place.Left - cell.Right < gap)
            {
                cell.Words.Add(word);
                cell.Right = Math.Max(cell.Right, word.Place.Right);
                continue;
            }
            if (cell is not null)
                yield return cell;
            cell = new([word], word.Place.Left, word.Place.Right);
        }
        if (cell is not null)
            yield return cell;
    }

    private static void Join(List<HeadCell> cells, HeadCell cell)
    {
        if (cells.Find(c => cell.Left < c.Right && cell.Right > c.Left) is not { } above)
        {
            cells.Add(cell);
            return;
        }
        above.Words.AddRange(cell.Words);
        (above.Left, above.Right) = (Math.Min(above.Left, cell.Left), Math.Max(above.Right, cell.Right));
    }

    /// <summary>
    /// Between two head cells the gutter stands in the widest place that next to no words of the rows below reach. A few may: a
    /// long word, a stroke that OCR took along, a line of text behind the table.
    /// </summary>
    private static ImmutableArray<double> Gutters(List<HeadCell> cells, List<List<TableWord>> lines, int from, int page)
    {
        var width = cells[^1].Right - cells[0].Left;
        var rows = lines.Skip(from).Take(LinesForGutters).TakeWhile(l => l is [var first, ..] && first.Place.Page == page).Where(l => !MayRun(l, width)).ToList();
        var words = rows.SelectMany(l => l).Concat(cells.SelectMany(c => c.Words)).ToList();
        return [.. Enumerable.Range(1, cells.Count - 1).Select(i => Gutter(words, cells[i - 1].Left + 1, cells[i].Right - 1, rows.Count / 10))];
    }

    private static double Gutter(List<TableWord> words, double left, double right, int spared)
    {
        var over = Enumerable.Range(0, Math.Max(1, (int)(right - left))).Select(x => words.Count(w => w.Place.Left < left + x && w.Place.Right > left + x)).ToArray();
        var most = over.Min() + spared;
        var (best, longest) = (0, 0);
        for (int x = 0, run = 0; x < over.Length; x++)
        {
            run = over[x] <= most ? run + 1 : 0;
            if (run > longest)
                (best, longest) = (x, run);
        }
        return left + best - (longest * 0.3); // nearer to the right: words of a cell end raggedly and begin flush
    }

    /// <summary>A wide line with no gap like that between cells may be running text: it says nothing about the gutters.</summary>
    private static bool MayRun(List<TableWord> line, double width) =>
        line.Max(w => w.Place.Right) - line.Min(w => w.Place.Left) > width / 2 && Fragments(line, 1.4 * CellGap * CharacterWidth(line)).Count() == 1;

    private sealed class HeadCell(List<TableWord> words, double left, double right)
    {
        public List<TableWord> Words { get; } = words;

        public double Left { get; set; } = left;

        public double Right { get; set; } = right;
    }
}
