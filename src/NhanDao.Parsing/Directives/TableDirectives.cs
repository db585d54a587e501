using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>Makes directives of the rows of a task table.</summary>
internal static class TableDirectives
{
    /// <summary>What the parser says of a row that is whole; of one without a lead (a cell that spans rows) and of a task too short it is less sure.</summary>
    private const double Whole = 0.9, NoLead = 0.7, Short = 0.75;

    public static IEnumerable<Directive> Of(DocumentText text, TaskTable table, PartialDate? date, ShortNames shortNames)
    {
        ImmutableArray<Assignee> above = [];
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            if (!row.IsTask)
            {
                above = []; // the head of a group: no cell goes on over it
                continue;
            }
            var directive = Of(text, row, LabelOf(text, table.Rows, i), date, shortNames);
            if (directive.Leads.IsEmpty && !above.IsEmpty)
                directive = directive with { Leads = Inheritance.Of(above) }; // a cell that spans rows stands in the first of them
            above = directive.Leads;
            yield return directive;
        }
    }

    /// <summary>The number of a row; one that OCR spoilt («K» for «3») is given back when its neighbours say which.</summary>
    private static string? LabelOf(DocumentText text, ImmutableArray<TaskRow> rows, int at)
    {
        if (Number(rows[at]) is not { Length: > 0 } printed)
            return null;
        return !char.IsDigit(printed[0]) && rows[at].IsTask && at > 0 && at + 1 < rows.Length && int.TryParse(Number(rows[at - 1]), out var before) && int.TryParse(Number(rows[at + 1]), out var behind)
            && behind == before + 2 ? (before + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : printed;

        string? Number(TaskRow row) => row.Cells.TryGetValue(TaskColumn.Number, out var pieces) ? text.Content.Substring(pieces[0].Start, pieces[0].Length).Trim(' ', '.', ')') : null;
    }

    private static Directive Of(DocumentText text, TaskRow row, string? label, PartialDate? date, ShortNames shortNames)
    {
        Passage? Cell(TaskColumn column) => row.Cells.TryGetValue(column, out var pieces) ? new(text, pieces, row.OcrConfidence) : null;
        var task = Cell(TaskColumn.Task)!;
        var leads = Cell(TaskColumn.Lead) is { } lead ? Bodies(lead, shortNames) : [];
        var confidence = leads.IsEmpty ? NoLead : task.Words.Length < 3 ? Short : Whole;
        return new()
        {
            Label = label,
            Text = task.Text,
            Span = row.Span,
            Boxes = text.Text.Locate(row.Span),
            Leads = leads,
            Cooperators = Cell(TaskColumn.Cooperating) is { } with ? Bodies(with, shortNames) : [],
            Deadline = Cell(TaskColumn.Deadline) is { } due ? Deadlines.OfCell(due, date) : Deadlines.Find(task, date),
            Confidence = Math.Round(confidence * Math.Min(1, row.OcrConfidence + 0.08), 2),
            Source = "directive.table",
        };
    }

    /// <summary>The bodies of a cell: it holds nothing else, so what the grammar of names does not know counts as well.</summary>
    private static ImmutableArray<Assignee> Bodies(Passage cell, ShortNames shortNames)
    {
        var bodies = ImmutableArray.CreateBuilder<Assignee>();
        for (var at = 0; at < cell.Words.Length;)
        {
            var (named, next) = BodyNames.ReadList(cell, at);
            var end = EndOfPart(cell, Math.Max(at, next - 1));
            if (named.IsEmpty || end - next > 2)
                bodies.Add(Part(cell, at, EndOfPart(cell, at)));
            else
                bodies.AddRange(named.Select((b, i) => Part(cell, b.From, i + 1 == named.Length ? end : b.To)));
            at = named.IsEmpty || end - next > 2 ? EndOfPart(cell, at) : end;
        }
        return [.. bodies.Select(b => b with { FullName = shortNames.Expand(b.Name) })];
    }

    /// <summary>Behind the word at which a part of the cell ends: before a comma, a semicolon, a dash that another body follows.</summary>
    private static int EndOfPart(Passage cell, int at)
    {
        while (at + 1 < cell.Words.Length && cell.MarkBefore(at + 1) is not (',' or ';') && !(cell.Key(at + 1, 1) is "-" && BodyHeads.Begins(cell, at + 2)))
            at++;
        return at + 1;
    }

    private static Assignee Part(Passage cell, int from, int to)
    {
        if (to - from > 1 && cell.Key(from, 1) is "-")
            from++;
        var (start, end) = (cell.Words[from].Start, cell.Words[to - 1].End);
        return new(cell.Text[start..end], cell.Canonical(start, end));
    }
}
