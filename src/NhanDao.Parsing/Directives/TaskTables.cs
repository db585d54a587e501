using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>
/// Finds tables of tasks (STT · nhiệm vụ · chủ trì · phối hợp · thời hạn) in the body: columns by the places of the head cells and
/// the gutters under them, rows by their numbers or by the room between them, cells that run over lines and pages put together.
/// </summary>
internal static class TaskTables
{
    /// <summary>Lines of one cell stand closer than this, against the usual distance of lines in the table.</summary>
    private const double RowGap = 1.18;

    public static ImmutableArray<TaskTable> Find(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var body = lines.Where(l => l.Label == LineLabel.Body && l.Line.Span.Length > 0).Select(l => l.Line).ToList();
        var words = body.ConvertAll(l => Words(text, l));
        var tables = ImmutableArray.CreateBuilder<TaskTable>();
        string Bare(TextSpan span) => BareText.Of(text.Content.Substring(span.Start, span.Length));
        for (var i = 0; i < body.Count; i++)
        {
            if (TableGrid.Find(words, i, Bare) is { } grid && End(grid, words, i + grid.HeadLines, Bare) is var end && end > i + grid.HeadLines)
            {
                var rows = Rows(grid, words, i + grid.HeadLines, ref end, Bare);
                if (rows.Any(r => r.IsTask))
                {
                    tables.Add(new(rows, body[i].Span.Start, [.. body[i..end].Select(l => l.Index)]));
                    i = end - 1;
                }
            }
        }
        return tables.ToImmutable();
    }

    private static List<TableWord> Words(DocumentText text, TextLine line) =>
        [.. from word in text.WordsOf(line)
            let span = WithoutRules(text, word.Word.Span)
            where Holds(text.Content.AsSpan(span.Start, span.Length))
            select new TableWord(span, word.Place, word.Word.OcrConfidence, char.IsUpper(text.Content[span.Start]))];

    /// <summary>OCR takes the rule beside a word along: «|II/2025».</summary>
    private static TextSpan WithoutRules(DocumentText text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && text.Content[start] is '|' or '_')
            start++;
        while (end > start && text.Content[end - 1] is '|' or '_')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Rules of a table are read as strokes: a word holds a letter or a digit, or is a dash.</summary>
    private static bool Holds(ReadOnlySpan<char> word)
    {
        if (word is "-" or "–")
            return true;
        foreach (var c in word)
            if (char.IsLetterOrDigit(c))
                return true;
        return false;
    }

    /// <summary>Index of the first line behind the table: running text crosses the gutters, a new item begins outside the column of numbers.</summary>
    private static int End(TableGrid grid, List<List<TableWord>> lines, int at, Func<TextSpan, string> bare)
    {
        var numbered = grid.Columns[0] == TaskColumn.Number;
        for (; at < lines.Count; at++)
        {
            if (lines[at] is not [var first, ..])
                continue;
            var crosses = grid.IsRunningText(lines[at]);
            var begins = numbered && grid.ColumnAt(first.Place) != 0 && ItemLabels.Read(LineOf(lines[at], bare)) is { Label.Kind: LabelKind.Roman or LabelKind.Arabic or LabelKind.Article };
            if ((crosses || begins || (numbered && IsGroup(lines[at], grid, bare))) && !(numbered && NumberFollows(grid, lines, at + 1, bare)))
                break;
        }
        return at;
    }

    private static string LineOf(List<TableWord> line, Func<TextSpan, string> bare) => string.Join(' ', line.Select(w => bare(w.Span))).ToUpperInvariant();

    /// <summary>«II  Kinh tế số»: a row over a group.</summary>
    private static bool IsGroup(List<TableWord> line, TableGrid grid, Func<TextSpan, string> bare) =>
        grid.ColumnAt(line[0].Place) == 0 && !char.IsDigit(bare(line[0].Span)[0]) && line.TrueForAll(w => grid.ColumnAt(w.Place) <= 1 || grid.Crossed(line) > 0);

    /// <summary>Whether within a few lines a row with a number begins: then what crosses the gutters heads a group of rows.</summary>
    private static bool NumberFollows(TableGrid grid, List<List<TableWord>> lines, int at, Func<TextSpan, string> bare)
    {
        for (var i = at; i < lines.Count && i < at + 4; i++)
            if (lines[i] is [var first, ..] line && IsNumber(bare(first.Span)) && grid.ColumnAt(first.Place) == 0 && !grid.IsRunningText(line)
                && line.Exists(w => grid.Columns[grid.ColumnAt(w.Place)] is TaskColumn.Lead or TaskColumn.Cooperating or TaskColumn.Deadline))
                return true;
        return false;
    }

    private static bool IsNumber(string word) => word.Length <= 3 && char.IsDigit(word[0]) && word.TrimEnd('.', ')').All(char.IsDigit);

    private static ImmutableArray<TaskRow> Rows(TableGrid grid, List<List<TableWord>> lines, int from, ref int end, Func<TextSpan, string> bare)
    {
        var starts = RowStarts(grid, lines, from, end, bare);
        var rows = ImmutableArray.CreateBuilder<TaskRow>();
        for (var i = 0; i < starts.Count; i++)
            if (Row(grid, lines.GetRange(starts[i], (i + 1 < starts.Count ? starts[i + 1] : end) - starts[i])) is { } row)
                rows.Add(row);
        // What trails without anybody who does it is text behind the table.
        while (rows.Count > 0 && !rows[^1].IsTask && starts.Count == rows.Count)
        {
            end = starts[^1];
            starts.RemoveAt(starts.Count - 1);
            rows.RemoveAt(rows.Count - 1);
        }
        return rows.ToImmutable();
    }

    /// <summary>The lines at which rows begin.</summary>
    private static List<int> RowStarts(TableGrid grid, List<List<TableWord>> lines, int from, int end, Func<TextSpan, string> bare)
    {
        var pitch = Pitch(lines, from, end);
        if (grid.Columns[0] == TaskColumn.Number)
            return NumberedStarts(grid, lines, from, end, pitch, bare);
        var starts = new List<int> { from };
        for (var i = from + 1; i < end; i++)
            if (Has(grid, lines[i], TaskColumn.Lead) && Has(grid, lines[i], TaskColumn.Task)
                && (Distance(lines, i, from) > RowGap * pitch || (Capital(lines[i], TaskColumn.Task) && Capital(lines[i], TaskColumn.Lead))))
                starts.Add(i);
        return starts;

        // In text on a grid rows stand no farther apart than lines; there a row begins where both cells do.
        bool Capital(List<TableWord> line, TaskColumn column) =>
            line.First(w => grid.Columns[grid.ColumnAt(w.Place)] == column) is { Capital: true };
    }

    private static bool Has(TableGrid grid, List<TableWord> line, TaskColumn column) => line.Exists(w => grid.Columns[grid.ColumnAt(w.Place)] == column);

    /// <summary>A row begins between two numbers where the lines stand farthest apart; when all are alike, at the number.</summary>
    private static List<int> NumberedStarts(TableGrid grid, List<List<TableWord>> lines, int from, int end, double pitch, Func<TextSpan, string> bare)
    {
        var numbers = Enumerable.Range(from, end - from).Where(i => lines[i] is [var first, ..] && grid.ColumnAt(first.Place) == 0
            && (IsNumber(bare(first.Span)) || IsGroup(lines[i], grid, bare) || (first.Span.Length <= 3 && Has(grid, lines[i], TaskColumn.Task) && Has(grid, lines[i], TaskColumn.Lead)))).ToList();
        var starts = new List<int>();
        for (var n = 0; n < numbers.Count; n++)
        {
            var low = n == 0 ? from : numbers[n - 1] + 1;
            var start = numbers[n];
            while (n == 0 && start > low && Distance(lines, start, from) <= RowGap * pitch)
                start--;
            if (n == 0)
            {
                starts.Add(start);
                continue;
            }
            var farthest = Distance(lines, start, from) + (0.12 * pitch);
            for (var i = start - 1; i >= low; i--)
                if (Distance(lines, i, from) > farthest)
                    (start, farthest) = (i, Distance(lines, i, from));
            starts.Add(start);
        }
        return starts;
    }

    /// <summary>The usual distance from line to line: a quarter of them stand closer.</summary>
    private static double Pitch(List<List<TableWord>> lines, int from, int end)
    {
        var distances = Enumerable.Range(from + 1, Math.Max(0, end - from - 1)).Select(i => Distance(lines, i, from)).Where(d => d is > 0 and < 1000).Order().ToList();
        return distances.Count == 0 ? 1 : distances[distances.Count / 4];
    }

    private static double Distance(List<List<TableWord>> lines, int at, int from)
    {
        if (at <= from || lines[at].Count == 0 || lines[at - 1].Count == 0)
            return 0;
        var (above, below) = (lines[at - 1], lines[at]);
        return above[0].Place.Page == below[0].Place.Page ? below.Average(w => w.Place.Top) - above.Average(w => w.Place.Top) : 1000;
    }

    private static TaskRow? Row(TableGrid grid, List<List<TableWord>> lines)
    {
        var all = lines.SelectMany(l => l).ToList();
        if (all.Count == 0)
            return null;
        var cells = lines.SelectMany(line => line.GroupBy(w => grid.Columns[grid.ColumnAt(w.Place)]).SelectMany(cell => Pieces(cell)))
            .GroupBy(p => p.Column).ToImmutableDictionary(g => g.Key, g => g.Select(p => p.Span).ToImmutableArray());
        return new(cells, TextSpan.FromBounds(all.Min(w => w.Span.Start), all.Max(w => w.Span.End)), all.Average(w => w.Confidence));
    }

    /// <summary>The words of a cell in one line are one piece of the text, unless another cell's words stand between.</summary>
    private static IEnumerable<(TaskColumn Column, TextSpan Span)> Pieces(IGrouping<TaskColumn, TableWord> cell)
    {
        TextSpan? piece = null;
        foreach (var word in cell.OrderBy(w => w.Span.Start))
        {
            if (piece is { } open && word.Span.Start - open.End > 1)
            {
                yield return (cell.Key, open);
                piece = null;
            }
            piece = piece is { } so ? TextSpan.FromBounds(so.Start, word.Span.End) : word.Span;
        }
        if (piece is { } last)
            yield return (cell.Key, last);
    }
}
