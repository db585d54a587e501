using System.Collections.Immutable;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>A part of a Word document's text, before it stands anywhere. Lengths are in 1/72 inch.</summary>
internal abstract record WordBlock
{
    private WordBlock()
    {
    }

    /// <summary>A paragraph; its text holds «\t» for a tab and «\n» for a line break, and its number or bullet if it has one.</summary>
    internal sealed record Paragraph(ImmutableArray<FontRun> Runs) : WordBlock
    {
        public WordAlignment Alignment { get; init; }

        /// <summary>Indent of every line but the first.</summary>
        public double Indent { get; init; }

        /// <summary>Indent of the first line, from the margin.</summary>
        public double FirstIndent { get; init; }

        /// <summary>Tab stops in order; after them a stop every half inch.</summary>
        public ImmutableArray<WordTab> Tabs { get; init; } = [];

        public string Text => string.Concat(Runs.Select(run => run.Text));
    }

    /// <summary>A table: rows of cells side by side.</summary>
    internal sealed record Table(ImmutableArray<ImmutableArray<WordCell>> Rows) : WordBlock;
}

/// <param name="Width">0 where it is not known: then the cells of the row share the room.</param>
/// <param name="Blocks">What stands in the cell, top to bottom.</param>
internal sealed record WordCell(double Width, ImmutableArray<WordBlock> Blocks);

/// <param name="Position">From the margin.</param>
/// <param name="Alignment">How the text after the tab stands to the stop.</param>
internal readonly record struct WordTab(double Position, WordAlignment Alignment);

internal enum WordAlignment
{
    Left,
    Centre,
    Right,
}
