using System.Collections.Immutable;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>Paragraphs and rows from a stream of text and marks, the way RTF and .doc files keep them: a cell ends, a row ends.</summary>
internal sealed class WordBody
{
    private readonly ImmutableArray<WordBlock>.Builder blocks = ImmutableArray.CreateBuilder<WordBlock>();
    private readonly ImmutableArray<ImmutableArray<WordCell>>.Builder rows = ImmutableArray.CreateBuilder<ImmutableArray<WordCell>>();
    private readonly List<ImmutableArray<WordBlock>> cells = [];
    private readonly ImmutableArray<FontRun>.Builder runs = ImmutableArray.CreateBuilder<FontRun>();
    private readonly ImmutableArray<WordBlock>.Builder cell = ImmutableArray.CreateBuilder<WordBlock>();

    /// <summary>Of the paragraph that is being read, when it ends.</summary>
    public WordParagraphFormat Format { get; set; } = new();

    /// <summary>The right edges of the cells of the row that is being read, in 1/72 inch; empty when not known.</summary>
    public List<double> Edges { get; } = [];

    /// <summary>Whether text of the paragraph has been read.</summary>
    public bool HasText => runs.Count > 0;

    public void Add(FontRun run) => runs.Add(run);

    /// <summary>Puts a label before the paragraph that is being read.</summary>
    public void Label(string label, string font) => runs.Insert(0, new(label, font));

    public void EndCell()
    {
        EndParagraph(Format with { InTable = true });
        cells.Add(cell.ToImmutable());
        cell.Clear();
    }

    public void EndRow()
    {
        if (cell.Count > 0)
        {
            cells.Add(cell.ToImmutable());
            cell.Clear();
        }
        if (cells.Count > 0)
            rows.Add([.. cells.Select((content, i) => new WordCell(Width(i), content))]);
        cells.Clear();
    }

    /// <summary>Ends the paragraph; an empty one is a blank line.</summary>
    public void EndParagraph() => EndParagraph(Format);

    public ImmutableArray<WordBlock> End()
    {
        if (HasText)
            EndParagraph();
        EndRow();
        EndTable();
        return blocks.ToImmutable();
    }

    private void EndParagraph(WordParagraphFormat format)
    {
        var paragraph = new WordBlock.Paragraph(runs.ToImmutable())
        {
            Alignment = format.Alignment,
            Indent = Math.Max(0, format.Indent),
            FirstIndent = Math.Max(0, format.Indent + format.FirstLine),
            Tabs = format.Tabs,
        };
        runs.Clear();
        if (format.InTable)
            cell.Add(paragraph);
        else
        {
            EndRow();
            EndTable();
            blocks.Add(paragraph);
        }
    }

    private double Width(int index) =>
        index >= Edges.Count ? 0 : Math.Max(1, Edges[index] - (index > 0 ? Edges[index - 1] : Math.Min(0, Edges[0])));

    private void EndTable()
    {
        if (rows.Count == 0)
            return;
        blocks.Add(new WordBlock.Table(rows.ToImmutable()));
        rows.Clear();
    }
}

/// <summary>How a paragraph stands. Lengths are in 1/72 inch.</summary>
internal sealed record WordParagraphFormat
{
    public WordAlignment Alignment { get; init; }

    /// <summary>Of every line.</summary>
    public double Indent { get; init; }

    /// <summary>Of the first line, beyond <see cref="Indent"/>; negative where it hangs out.</summary>
    public double FirstLine { get; init; }

    public ImmutableArray<WordTab> Tabs { get; init; } = [];

    public bool InTable { get; init; }
}
