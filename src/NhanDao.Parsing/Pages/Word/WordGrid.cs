using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// Sets a Word document's text on one endless page, about as Word would print it: lines broken at the margin, tabs at their
/// stops, cells side by side. Later stages see two-column headers as such; the places are no places on paper.
/// </summary>
internal sealed class WordGrid
{
    /// <summary>A4 less the usual margins, and 13-point type.</summary>
    private const double TextWidth = 468, Size = 13, LineHeight = 16;

    private const double TabEvery = 36;

    /// <summary>A line may be so much too long: the widths here are estimates. One that was spread by hand must not be broken.</summary>
    private const double Overflow = 1.06, SpreadOverflow = 1.3;

    private const int DeepestTable = 8;

    private readonly ImmutableArray<PageWord>.Builder words = ImmutableArray.CreateBuilder<PageWord>();
    private int lines;

    /// <summary>One page of typed text, legacy runs converted by their fonts.</summary>
    public static ReadPage SetOut(IReadOnlyList<WordBlock> blocks, string reason)
    {
        var (converted, encoding) = Converted(blocks);
        var grid = new WordGrid();
        grid.Add(converted, 0, TextWidth, 0, 0);
        return new(1, 0, 0, ReadingMethod.Typed, encoding is null ? reason : $"{reason}; {encoding} converted", grid.words.ToImmutable());
    }

    /// <summary>Adds blocks one under the other; the place under them.</summary>
    private double Add(IReadOnlyList<WordBlock> blocks, double left, double width, double top, int depth)
    {
        foreach (var block in blocks)
            top = block switch
            {
                WordBlock.Paragraph paragraph => Add(paragraph, left, width, top),
                WordBlock.Table table when depth < DeepestTable => table.Rows.Aggregate(top, (under, row) => AddRow(row, left, width, under, depth)),
                _ => top,
            };
        return top;
    }

    private double AddRow(ImmutableArray<WordCell> cells, double left, double width, double top, int depth)
    {
        var stated = cells.Sum(cell => cell.Width);
        var known = stated > 0 && cells.All(cell => cell.Width > 0);
        var bottom = top + LineHeight;
        foreach (var cell in cells)
        {
            var room = known ? cell.Width * Math.Min(1, width * 1.1 / stated) : width / cells.Length;
            bottom = Math.Max(bottom, Add(cell.Blocks, left + 4, Math.Max(24, room - 8), top, depth + 1));
            left += room;
        }
        return bottom;
    }

    private double Add(WordBlock.Paragraph paragraph, double left, double width, double top)
    {
        var indent = paragraph.FirstIndent;
        foreach (var text in paragraph.Text.Split('\n'))
        {
            foreach (var line in Broken(text, paragraph, indent, width))
            {
                Place(line, paragraph, left, width, top);
                top += LineHeight;
                indent = paragraph.Indent;
            }
        }
        return top;
    }

    /// <summary>The words of each printed line with their places from the left margin.</summary>
    private static IEnumerable<List<(string Text, double Left)>> Broken(string text, WordBlock.Paragraph paragraph, double indent, double width)
    {
        var line = new List<(string Text, double Left)>();
        var x = indent;
        var limit = width * (text.Contains('\t') || text.Contains("    ", StringComparison.Ordinal) ? SpreadOverflow : Overflow);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\t')
            {
                x = AfterTab(text.AsSpan(i + 1), x, paragraph);
                i++;
                continue;
            }
            if (text[i] == ' ')
            {
                x += WidthOf(" ");
                i++;
                continue;
            }
            var end = text.AsSpan(i).IndexOfAny(' ', '\t') is var found and >= 0 ? i + found : text.Length;
            var word = text[i..end];
            if (line.Count > 0 && x + WidthOf(word) > limit)
            {
                yield return line;
                line = [];
                x = paragraph.Indent;
            }
            line.Add((word, x));
            x += WidthOf(word);
            i = end;
        }
        yield return line;
    }

    private static double AfterTab(ReadOnlySpan<char> after, double x, WordBlock.Paragraph paragraph)
    {
        foreach (var tab in paragraph.Tabs)
            if (tab.Position > x + 1)
            {
                var follows = after[..(after.IndexOf('\t') is var end and >= 0 ? end : after.Length)].Trim(' ');
                var width = WidthOf(follows);
                return Math.Max(x + WidthOf("  "), tab.Alignment switch
                {
                    WordAlignment.Centre => tab.Position - (width / 2),
                    WordAlignment.Right => tab.Position - width,
                    _ => tab.Position,
                });
            }
        return (Math.Floor((x + 1) / TabEvery) + 1) * TabEvery;
    }

    private void Place(List<(string Text, double Left)> line, WordBlock.Paragraph paragraph, double left, double width, double top)
    {
        if (line.Count == 0)
            return;
        var free = width - (line[^1].Left + WidthOf(line[^1].Text));
        var shift = paragraph.Alignment switch
        {
            WordAlignment.Centre => Math.Max(0, (free - line[0].Left) / 2),
            WordAlignment.Right => Math.Max(0, free),
            _ => 0,
        };
        foreach (var (text, x) in line)
            words.Add(new(text, left + shift + x, top, WidthOf(text), Size, 1, lines));
        lines++;
    }

    /// <summary>About as wide as Times sets it.</summary>
    private static double WidthOf(ReadOnlySpan<char> text)
    {
        double ems = 0;
        foreach (var c in text)
            ems += c switch
            {
                ' ' or '.' or ',' => 0.25,
                'i' or 'l' or 't' or 'j' or ':' or ';' or '/' => 0.28,
                '-' or 'f' or 'r' or '(' or ')' or 'I' => 0.33,
                'm' or 'w' => 0.75,
                _ when char.IsUpper(c) => 0.7,
                _ => 0.48,
            };
        return ems * Size;
    }

    private static (IReadOnlyList<WordBlock> Blocks, string? Encoding) Converted(IReadOnlyList<WordBlock> blocks)
    {
        var runs = new List<FontRun>();
        foreach (var paragraph in Paragraphs(blocks))
            runs.AddRange(paragraph.Runs);
        var (texts, encoding) = FontRuns.Convert(runs);
        var next = 0;
        return ([.. blocks.Select(Rewrite)], encoding);

        WordBlock Rewrite(WordBlock block) => block switch
        {
            WordBlock.Paragraph paragraph => paragraph with { Runs = [.. paragraph.Runs.Select(run => run with { Text = texts[next++] })] },
            WordBlock.Table table => new WordBlock.Table([.. table.Rows.Select(row =>
                row.Select(cell => cell with { Blocks = [.. cell.Blocks.Select(Rewrite)] }).ToImmutableArray())]),
            _ => block,
        };
    }

    /// <summary>In the order in which <see cref="Converted"/> rewrites them.</summary>
    private static IEnumerable<WordBlock.Paragraph> Paragraphs(IEnumerable<WordBlock> blocks) => blocks.SelectMany(block => block switch
    {
        WordBlock.Paragraph paragraph => [paragraph],
        WordBlock.Table table => table.Rows.SelectMany(row => row).SelectMany(cell => Paragraphs(cell.Blocks)),
        _ => [],
    });
}
