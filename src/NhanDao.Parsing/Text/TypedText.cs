using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text;

/// <summary>Text without pages (.txt, Markdown): set on a typewriter grid so that later stages see lines and columns.</summary>
internal static class TypedText
{
    private const double CharacterWidth = 6, LineHeight = 14;
    private const int TabStop = 8;

    public static ImmutableArray<ReadPage> Read(string text)
    {
        var words = ImmutableArray.CreateBuilder<PageWord>();
        var row = 0;
        foreach (var line in PipeTable.Align(text.ReplaceLineEndings("\n").Split('\n')))
        {
            AddLine(words, MarkdownMarks.Remove(line), row);
            row++;
        }
        return [new(1, 0, 0, ReadingMethod.Typed, "typed text", words.ToImmutable())];
    }

    private static void AddLine(ImmutableArray<PageWord>.Builder words, string line, int row)
    {
        int column = 0, start = 0, startColumn = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && !char.IsWhiteSpace(line[i]))
            {
                column++;
                continue;
            }
            if (i > start)
                words.Add(new(line[start..i], startColumn * CharacterWidth, row * LineHeight, (column - startColumn) * CharacterWidth, LineHeight, 1, row));
            if (i < line.Length)
                column = line[i] == '\t' ? (column / TabStop + 1) * TabStop : column + 1;
            (start, startColumn) = (i + 1, column);
        }
    }
}
