using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Directives;

/// <summary>A row of a task table: what each column says, as pieces of the canonical text, a line each.</summary>
/// <param name="Cells">The cells that hold words, by column; two columns of one kind share a cell.</param>
/// <param name="Span">From the first word of the row to the last.</param>
/// <param name="OcrConfidence">Mean confidence of its words, 0–1.</param>
internal sealed record TaskRow(ImmutableDictionary<TaskColumn, ImmutableArray<TextSpan>> Cells, TextSpan Span, double OcrConfidence)
{
    /// <summary>Whether it gives somebody something to do: a row over a group of tasks does not.</summary>
    public bool IsTask => Cells.ContainsKey(TaskColumn.Task) && (Cells.ContainsKey(TaskColumn.Lead) || Cells.ContainsKey(TaskColumn.Deadline));
}

/// <summary>A table that says who does what by when.</summary>
/// <param name="Rows">Its rows, the head row aside.</param>
/// <param name="Start">Where its head row begins in the canonical text.</param>
/// <param name="Lines">Indexes (<see cref="Text.TextLine.Index"/>) of the lines that it takes, the head row included.</param>
internal sealed record TaskTable(ImmutableArray<TaskRow> Rows, int Start, ImmutableHashSet<int> Lines);
